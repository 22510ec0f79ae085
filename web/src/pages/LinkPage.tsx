import type { JSX } from 'solid-js'
import { Page } from './Page'

/** What a link from a letter opens: what it is for or what became of it, and the next step. */
export function LinkPage(props: { title: string; says: string; children: JSX.Element }) {
  return (
    <Page title={props.title} class="page page-form">
      <div class="page-head">
        <h1>{props.title}</h1>
        <p>{props.says}</p>
      </div>
      {props.children}
    </Page>
  )
}
