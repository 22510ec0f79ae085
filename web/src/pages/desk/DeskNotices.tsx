import { NoticeTray } from '../../notifications/NoticeTray'
import { words } from '../../notifications/words'
import { Page } from '../Page'

/** The tray as a page of its own: on a phone it has no room beside Today. */
export default function DeskNotices() {
  return (
    <Page title={words.title} class="desk-page">
      <h1 class="hidden-visually">{words.title}</h1>
      <div class="notices-alone">
        <NoticeTray />
      </div>
    </Page>
  )
}
