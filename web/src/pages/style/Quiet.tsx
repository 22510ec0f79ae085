import { Empty } from '../../ui/Empty'
import { Initials } from '../../ui/Initials'
import { MonthNav } from '../../ui/MonthNav'
import QrCode from '../../ui/QrCode'
import { SeatRing } from '../../ui/SeatRing'
import { Tabs } from '../../ui/Tabs'
import { Both } from './Both'

const HERE = '/style#quiet'

export function Quiet() {
  return (
    <>
      <Both title="Ways">
        {() => (
          <div class="stack">
            <Tabs
              label="Which seats"
              tabs={[
                { href: HERE, label: 'Coming', current: true },
                { href: HERE, label: 'Past', current: false },
              ]}
            />
            <p>
              A line with <a href={HERE}>a link in it</a>, underlined at 45 % and in full where one
              points.
            </p>
            <MonthNav month="2031-05" today="2031-04-12" href={() => HERE} />
          </div>
        )}
      </Both>
      <Both title="People">
        {() => (
          <div class="style-row">
            <Initials name="Marije Okonkwo-de Vries" size={64} />
            <Initials name="Tomás Ferreira" size={48} />
            <Initials name="Jo" size={40} />
          </div>
        )}
      </Both>
      <Both title="The code for the door, dark on light by night too">
        {() => (
          <div class="style-code">
            <QrCode text="stillpoint" label="A code" />
          </div>
        )}
      </Both>
      <Both title="Nothing">{() => <Empty title="Nothing is planned yet." />}</Both>
      <Both title="Not yet counted">
        {() => (
          <div class="empty style-waiting">
            <SeatRing capacity={12} taken={0} size={104} silent />
          </div>
        )}
      </Both>
    </>
  )
}
