import { connect, createServer } from 'node:net'
import { Stop } from './stop.js'

/** Nothing may listen there yet, on either loopback address. @param {number} port */
export async function needFreePort(port) {
  const taken = (await isAnswering(port)) || !(await canListen(port))
  if (taken) {
    throw new Stop(
      `Port ${port} is in use. Stop what runs there, or choose another one by the\n` +
        `environment variable PORT, for example: PORT=${port + 1} npm start`,
    )
  }
}

/** Whether somebody accepts connections there. @param {number} port */
export async function isAnswering(port) {
  const answers = await Promise.all(LOOPBACKS.map((host) => answersAt(host, port)))
  return answers.includes(true)
}

/** A port that was free a moment ago. @returns {Promise<number>} */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const LOOPBACKS = ['127.0.0.1', '::1']

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function answersAt(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 })
    const end = (/** @type {boolean} */ answered) => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}

/** @param {number} port @returns {Promise<boolean>} */
function canListen(port) {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
