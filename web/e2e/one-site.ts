import type { TestProject } from 'vitest/node'
import { aStillpoint } from './stillpoint'

/** One Stillpoint with its demo for all journeys of a run; `site.ts` hands it to them. */
export default async function oneSite(project: TestProject) {
  const stillpoint = await aStillpoint()
  project.provide('origin', stillpoint.origin)
  project.provide('stateDir', stillpoint.stateDir)
  return stillpoint.stop
}

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string
    stateDir: string
  }
}
