// Runs one task: `node scripts/run.js start` runs scripts/start.js. An old Node stops at syntax it
// does not know, so this file says nothing that an old Node cannot read, and loads the rest later.
import process from 'node:process'

const OLDEST_NODE = 20

const task = process.argv[2]
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  console.error(
    `Stillpoint needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}.\n` +
      'Install a newer one from https://nodejs.org, then run the same command again.',
  )
  process.exit(1)
}

import(`./${task}.js`)
  .then((module) => module.default(process.argv.slice(3)))
  .catch((error) => {
    // A Stop is a sentence for people; anything else is a bug and shows where it is.
    console.error(error.name === 'Stop' ? `\n${error.message}\n` : error)
    process.exit(1)
  })
