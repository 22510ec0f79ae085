// Prints a facilitator's notices as they come, and on its return what it missed. Node 24.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'

const { SITE, EMAIL, PASSWORD, STATE = 'notices.json' } = process.env
let seen = existsSync(STATE) ? JSON.parse(readFileSync(STATE, 'utf8')) : { seq: 0, epoch: '' }

for (let tries = 0, token; ; tries++) {
  token ??= await signIn()
  const wasOpen = token && (await listen(token))
  if (wasOpen) tries = 0
  else token = undefined
  await pause(Math.random() * Math.min(60_000, 1_000 * 2 ** tries))
}

async function signIn() {
  const body = JSON.stringify({ email: EMAIL, password: PASSWORD })
  const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }
  const answer = await fetch(`${SITE}/api/auth/login`, request).catch(console.error)
  return answer?.ok ? (await answer.json()).access_token : undefined
}

function listen(token) {
  const address = `/api/notifications/socket?after=${seen.seq}&epoch=${seen.epoch}`
  const headers = { Authorization: `Bearer ${token}` }
  const socket = new WebSocket(SITE.replace(/^http/, 'ws') + address, { headers })
  let [epoch, acked] = ['', seen.seq]
  socket.onmessage = ({ data }) => {
    const { type, notice, ...said } = JSON.parse(data)
    if (type === 'hello') epoch = said.epoch
    if (type === 'notice') console.log(notice.seq, notice.timestamp, notice.message)
    if (type === 'notice' || type === 'gap') seen = { seq: notice?.seq ?? said.last_seq, epoch }
    writeFileSync(STATE, JSON.stringify(seen))
  }
  const acks = setInterval(() => {
    if (acked === seen.seq) return
    acked = seen.seq
    socket.send(JSON.stringify({ type: 'ack', seq: acked }))
  }, 1_000)
  return new Promise((resolve) => {
    socket.onclose = () => resolve(epoch !== '', clearInterval(acks))
  })
}
