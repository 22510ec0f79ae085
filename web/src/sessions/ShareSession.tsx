import { Button } from '../ui/Button'
import { say } from '../ui/Say'
import { pageWords } from './page-words'
import type { SessionInFull } from './sessions'
import { when } from './words'

/** Through what the device offers; where it offers nothing, the address is copied. */
export function ShareSession(props: { session: SessionInFull }) {
  const share = async () => {
    const url = new URL(`/sessions/${props.session.id}`, location.href).href
    const shared = {
      title: props.session.title,
      text: `${props.session.title}, ${when(props.session)}`,
      url,
    }
    try {
      if (navigator.share) await navigator.share(shared)
      else {
        await navigator.clipboard.writeText(url)
        say(pageWords.copied)
      }
    } catch (error) {
      // Who changed their mind needs to be told nothing.
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        say(pageWords.notCopied(url))
    }
  }
  return (
    <Button kind="text" onClick={share}>
      {pageWords.share}
    </Button>
  )
}
