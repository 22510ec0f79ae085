/** Two soft tones, a fourth apart, each fading by itself. Hz, and seconds after the first. */
const TONES = [
  { pitchHz: 523.25, at: 0 },
  { pitchHz: 698.46, at: 0.18 },
]
const FADE_S = 0.9
/** Full volume is still soft. */
const LOUDEST = 0.3

let context: AudioContext | undefined

/** Answers whether it could be heard: browsers are silent until somebody has touched the page. */
export async function playTones(volume: number): Promise<boolean> {
  context ??= new AudioContext()
  // Left waiting where nobody has touched the page; so it is not waited for.
  void context.resume()
  await Promise.resolve()
  if (context.state !== 'running' && !navigator.userActivation?.hasBeenActive) return false
  for (const { pitchHz, at } of TONES) play(context, pitchHz, context.currentTime + at, volume)
  return true
}

function play(on: AudioContext, pitchHz: number, at: number, volume: number) {
  const tone = new OscillatorNode(on, { type: 'sine', frequency: pitchHz })
  const gain = new GainNode(on, { gain: 0 })
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(volume * LOUDEST, at + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + FADE_S)
  tone.connect(gain).connect(on.destination)
  tone.start(at)
  tone.stop(at + FADE_S)
}
