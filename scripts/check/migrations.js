import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { relative } from 'node:path'
import { inProject, PROJECT } from '../local/project.js'
import { runTool } from '../local/tools.js'

/**
 * Whether migrations/ says all that worker/db/schema.ts says: in a copy of the folder drizzle-kit
 * is asked for the next migration, and there must be none.
 * @returns {Promise<string[]>}
 */
export async function checkMigrations() {
  const copy = inProject('node_modules/.cache/stillpoint/migrations')
  await rm(copy, { recursive: true, force: true })
  await mkdir(copy, { recursive: true })
  await cp(inProject('migrations'), copy, { recursive: true })
  const before = await readdir(copy)
  const { ok, output } = await runTool('drizzle-kit', [
    ...['generate', '--dialect', 'sqlite', '--name', 'missing'],
    ...['--schema', 'worker/db/schema.ts', '--out', relative(PROJECT, copy)],
  ])
  if (!ok) return [`drizzle-kit could not compare schema and migrations:\n${output}`]
  const after = await readdir(copy)
  if (after.length === before.length) return []
  return [
    'worker/db/schema.ts says more than migrations/ does. Run: npx drizzle-kit generate --name WHAT',
  ]
}
