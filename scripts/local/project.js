import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Stop } from './stop.js'

/** The folder that holds package.json. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** A path inside the project. @param {string[]} parts */
export const inProject = (...parts) => join(PROJECT, ...parts)

/** @typedef {{ port: number, stateDir: string, origin: string }} Settings */

/**
 * What the environment says about this run: PORT and STATE_DIR.
 * @returns {Settings}
 */
export function readSettings() {
  const port = Number(process.env.PORT || 8788)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Stop(`PORT is "${process.env.PORT}", and has to be a number from 1 to 65535.`)
  }
  return {
    port,
    stateDir: resolve(PROJECT, process.env.STATE_DIR || '.state'),
    origin: `http://localhost:${port}`,
  }
}
