import { readFile } from 'node:fs/promises'
import { installPackages } from './local/packages.js'
import { inProject } from './local/project.js'
import { Stop } from './local/stop.js'
import { runTool } from './local/tools.js'
import { FAULTS } from './planted-faults.js'

/**
 * `npm run faults`: plants each deliberate bug in turn and runs the tests of desk and inbox, which
 * must fail. With numbers, only those: `npm run faults -- 3 7`.
 * @param {string[]} asked
 */
export default async function faults(asked) {
  await installPackages()
  await assertUpToDate()
  const numbers = asked.length > 0 ? asked.map((n) => Number(n) - 1) : [...FAULTS.keys()]
  const missed = []
  const control = await run({})
  if (!control.ok) throw new Stop(`Without any fault a test fails: ${firstFailure(control.output)}`)
  for (const at of numbers) {
    const fault = FAULTS[at]
    if (!fault) throw new Stop(`There are ${FAULTS.length} faults; ${at + 1} is none of them.`)
    const began = Date.now()
    const { ok, output } = await run({ FAULT: String(at) })
    const by = ok ? null : firstFailure(output)
    if (!by) missed.push(fault.name)
    const seconds = Math.round((Date.now() - began) / 1_000)
    console.log(row(at + 1, fault.name, by ?? 'NOBODY', seconds))
  }
  if (missed.length > 0) throw new Stop(`Nobody noticed: ${missed.join('; ')}.`)
  console.log(`\nAll ${numbers.length} were noticed.`)
}

/** @param {Record<string, string>} env */
function run(env) {
  const args = ['run', '-c', 'vitest.faults.config.ts']
  return runTool('vitest', args, { env: { PROVE_LIVES: '100', ...env } })
}

/** A fault that changes nothing would be noticed by nobody, and prove nothing. */
async function assertUpToDate() {
  for (const { name, file, find } of FAULTS) {
    const times = (await readFile(inProject(file), 'utf8')).split(find).length - 1
    if (times !== 1) throw new Stop(`“${name}” fits ${times} places of ${file}; it must be one.`)
  }
}

/** @param {string} output */
function firstFailure(output) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '')
  return /FAIL\s+(.+)/.exec(plain)?.[1]?.trim() ?? null
}

/** @param {number} n @param {string} name @param {string} by @param {number} seconds */
function row(n, name, by, seconds) {
  return `${String(n).padStart(2)}  ${name.padEnd(56)}  ${by}  (${seconds} s)`
}
