import { decodeQR } from 'qr/decode.js'

/** Eight looks a second: a code is read as soon as it is sharp, and the phone stays cool. */
const LOOK_EVERY_MS = 120
/** Enough for a code that fills a third of the picture; more only takes longer. */
const LONGEST_SIDE = 720

/**
 * Opens the camera at the back, and tells the text of every code it sees, at each look. Answers
 * how to stop. The picture stays on the phone: nothing of it is sent or kept.
 */
export async function scan(video: HTMLVideoElement, onSeen: (text: string) => void) {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  })
  video.srcObject = stream
  await video.play()
  const look = lookInto(video)
  const timer = setInterval(() => {
    const text = look()
    if (text) onSeen(text)
  }, LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
}

function lookInto(video: HTMLVideoElement): () => string | undefined {
  const canvas = document.createElement('canvas')
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  return () => {
    const { videoWidth, videoHeight } = video
    if (!drawing || videoWidth === 0) return undefined
    const scale = Math.min(1, LONGEST_SIDE / Math.max(videoWidth, videoHeight))
    canvas.width = Math.round(videoWidth * scale)
    canvas.height = Math.round(videoHeight * scale)
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height)
    try {
      return decodeQR(drawing.getImageData(0, 0, canvas.width, canvas.height))
    } catch {
      // It throws where it sees no code: nearly always.
      return undefined
    }
  }
}
