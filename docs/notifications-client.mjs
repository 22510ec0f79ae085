// Prints a facilitator's notices as they come, and on its return what it missed. Node 24.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

const { SITE, EMAIL: email, PASSWORD: password, STATE = 'notices.json' } = process.env
let seen = existsSync(STATE) ? JSON.parse(readFileSync(STATE, 'utf8')) : { seq: 0, epoch: '' }

// Told to stop, it finishes what it is at: a notice that is printed is also noted as seen.
process.once('SIGTERM', () => process.exit())

for (let tries = 0; ; tries++) {
  const asked = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  const body = JSON.stringify({ email, password })
  const answer = await fetch(`${SITE}/api/auth/login`, { ...asked, body }).catch(() => null)
  if (answer?.ok && (await listen((await answer.json()).access_token))) tries = 0
  await pause(Math.random() * Math.min(60_000, 1_000 * 2 ** tries))
}

function listen(token) {
  const address = `/api/notifications/socket?after=${seen.seq}&epoch=${seen.epoch}`
  const headers = { Authorization: `Bearer ${token}` }
  const socket = new WebSocket(SITE.replace(/^http/, 'ws') + address, { headers })
  let epoch = ''
  socket.onmessage = ({ data }) => {
    const { type, notice, ...said } = JSON.parse(data)
    if (type === 'hello') epoch = said.epoch
    if (type === 'notice') console.log(notice.seq, notice.timestamp, notice.message)
    if (type === 'notice' || type === 'gap') seen = { seq: notice?.seq ?? said.last_seq, epoch }
    writeFileSync(STATE, JSON.stringify(seen))
  }
  const ack = () => socket.send(JSON.stringify({ type: 'ack', seq: seen.seq }))
  const acks = setInterval(() => epoch && ack(), 1_000)
  return new Promise((resolve) => {
    socket.onclose = () => resolve(epoch !== '', clearInterval(acks))
  })
}
