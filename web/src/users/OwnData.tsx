import { api } from '../api'
import { Button } from '../ui/Button'
import { say } from '../ui/Say'
import { saveAs } from '../ui/save-as'
import { Refused } from './Refused'
import { useSending } from './use-sending'
import { words } from './words'

/** Everything that is kept of oneself, as a file. */
export function OwnData(props: { userId: number }) {
  const { send, busy, refusal } = useSending(async () => {
    const answer = await api.auth.me.export.$get()
    saveAs(`stillpoint-account-${props.userId}.json`, await answer.blob())
    say(words.downloaded)
  })
  return (
    <>
      <p>{words.ownData}</p>
      <Refused refusal={refusal()} />
      <div>
        <Button busy={busy()} onClick={send}>
          {busy() ? words.downloading : words.download}
        </Button>
      </div>
    </>
  )
}
