import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { findFreePort, needFreePort } from './port.js'
import { claimState, needSoundState, readState, writeState } from './state-folder.js'

/** @type {string} */
let dir

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stillpoint-state-'))
  return () => rm(dir, { recursive: true, force: true })
})

it('a folder that is not there yet is made', async () => {
  await needSoundState(join(dir, 'deep', 'down'))
  expect(await readFile(join(dir, 'deep', 'down', 'probe')).catch((error) => error.code)).toBe(
    'ENOENT',
  )
})

it('a folder that cannot be written is named, with the way out', async () => {
  await writeFile(join(dir, 'a-file'), '')
  await expect(needSoundState(join(dir, 'a-file'))).rejects.toThrow('STATE_DIR')
})

it('a note cut in half is called broken, and what to do is said', async () => {
  await writeFile(join(dir, 'done.json'), '{ "migrations": "1f')
  await expect(needSoundState(dir)).rejects.toThrow('npm run reset')
})

it('a database that is none is called broken', async () => {
  await needSoundState(dir)
  await writeFile(join(dir, 'data', 'd1.sqlite'), 'SQLite format 3\0 and so on')
  await needSoundState(dir)
  await writeFile(join(dir, 'data', 'd1.sqlite'), 'not at all')
  await expect(needSoundState(dir)).rejects.toThrow('d1.sqlite')
})

it('what is written is read again, and before that there is nothing', async () => {
  expect(await readState(dir, 'done.json')).toBeNull()
  await writeState(dir, 'done.json', { demo: true })
  expect(await readState(dir, 'done.json')).toEqual({ demo: true })
})

it('a folder in use is refused, and one whose process crashed is taken over', async () => {
  const port = await listening()
  await writeState(dir, 'running.json', { pid: process.ppid, port })
  await expect(claimState(dir, port + 1)).rejects.toThrow(`http://localhost:${port}`)

  await writeState(dir, 'running.json', { pid: process.ppid, port: await findFreePort() })
  await claimState(dir, port)
  expect(await readState(dir, 'running.json')).toEqual({ pid: process.pid, port })
})

it('a port somebody listens on is refused, and a free one is not', async () => {
  await expect(needFreePort(await listening())).rejects.toThrow('is in use')
  await needFreePort(await findFreePort())
})

/** @returns {Promise<number>} */
function listening() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
    onTestFinished(() => {
      server.close()
    })
  })
}
