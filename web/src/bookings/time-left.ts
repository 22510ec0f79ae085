import { plural } from '../ui/numbers'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** "1 hour 38 minutes left", to the second only when there is hardly a minute. */
export function timeLeft(ms: number): string {
  if (ms <= 0) return 'Ended'
  if (ms < MINUTE_MS) {
    return `${plural(Math.ceil(ms / 1_000), '# second', '# seconds')} left`
  }
  const minutes = Math.floor(ms / MINUTE_MS)
  const hours = Math.floor(minutes / 60)
  const parts = [
    hours > 0 ? plural(hours, '# hour', '# hours') : '',
    minutes % 60 > 0 ? plural(minutes % 60, '# minute', '# minutes') : '',
  ]
  return `${parts.filter(Boolean).join(' ')} left`
}

const STEPS_MS = [MINUTE_MS, 5 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS]

/** For those who listen: only as another step is passed, not with every minute. */
export function timeLeftStep(ms: number): string {
  if (ms <= 0) return ''
  const step = STEPS_MS.find((most) => ms <= most)
  if (step === undefined) return ''
  const minutes = step / MINUTE_MS
  return `${plural(minutes, 'Less than # minute', 'Less than # minutes')} left to take it.`
}
