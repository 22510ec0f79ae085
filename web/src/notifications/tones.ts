/** Two soft tones, a fourth upwards, each fading by itself. Hz, and seconds after the first. */
const TONES = [
  { pitchHz: 523.25, at: 0 },
  { pitchHz: 698.46, at: 0.16 },
]
const RISE_S = 0.02
const FADE_S = 0.75
/** Full volume is still soft. */
const LOUDEST = 0.3
/** Nobody hears less, and from here a straight line reaches silence without a click. */
const FAINTEST = 0.002

let context: AudioContext | undefined

/** Answers whether it could be heard: browsers are silent until somebody has touched the page. */
export async function playTones(volume: number): Promise<boolean> {
  context ??= new AudioContext()
  // Left waiting where nobody has touched the page; so it is not waited for.
  void context.resume()
  await Promise.resolve()
  if (context.state !== 'running' && !navigator.userActivation?.hasBeenActive) return false
  if (volume === 0) return true
  for (const { pitchHz, at } of TONES) {
    play(context, pitchHz, context.currentTime + at, volume * LOUDEST)
  }
  return true
}

function play(on: AudioContext, pitchHz: number, at: number, loudness: number) {
  const tone = new OscillatorNode(on, { type: 'sine', frequency: pitchHz })
  const node = new GainNode(on, { gain: 0 })
  const { gain } = node
  gain.setValueAtTime(0, at)
  gain.linearRampToValueAtTime(loudness, at + RISE_S)
  gain.exponentialRampToValueAtTime(loudness * FAINTEST, at + FADE_S - RISE_S)
  gain.linearRampToValueAtTime(0, at + FADE_S)
  tone.connect(node).connect(on.destination)
  tone.start(at)
  tone.stop(at + FADE_S)
}
