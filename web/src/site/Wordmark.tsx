import { Suspense } from 'solid-js'
import { paths } from '../paths'
import { SeatRing } from '../ui/SeatRing'
import { useSite } from './site'

/** Eight seats, one of them yours, and the name of the house. */
export function Wordmark() {
  const site = useSite()
  return (
    <a class="wordmark" href={paths.home}>
      <SeatRing capacity={8} taken={7} yours={1} size={30} silent />
      <Suspense fallback="stillpoint">{(site()?.name ?? 'stillpoint').toLowerCase()}</Suspense>
    </a>
  )
}
