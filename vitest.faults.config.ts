import process from 'node:process'
import { mergeConfig } from 'vitest/config'
import { FAULTS } from './scripts/planted-faults.js'
import base from './vitest.config.ts'

/*
 * The tests of desk and inbox with one planted fault, which `FAULT` counts; the files stay as they
 * are. Without it, the control: nothing planted, nothing fails.
 */
const fault = process.env.FAULT === undefined ? null : FAULTS[Number(process.env.FAULT)]

const planted = mergeConfig(base, {
  plugins: [
    {
      name: 'planted-fault',
      enforce: 'pre',
      transform: (code: string, id: string) =>
        fault && id.split('?')[0]?.endsWith(`/${fault.file}`)
          ? code.replace(fault.find, () => fault.put)
          : null,
    },
  ],
  // A cache of what was transformed would hand one fault on to the next.
  test: { bail: 1, fsModuleCache: false },
})

// Merging adds to a list; these are all that run here.
planted.test.include = ['worker/bookings/**/*.test.ts', 'worker/notifications/**/*.test.ts']

export default planted
