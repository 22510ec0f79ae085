import { type JSX, splitProps } from 'solid-js'
import { TextArea, TextField } from '../ui/Field'
import { useEditor } from './editor'
import type { SessionForm } from './session-form'

/** A field of the form that is typed: all but the days and what is chosen. */
type Name = Exclude<keyof SessionForm, 'days' | 'session_type' | 'waitlist_policy'>
type Shared = { name: Name; label: string; hint?: JSX.Element; missing?: string }

export function EditorField(props: Shared & JSX.InputHTMLAttributes<HTMLInputElement>) {
  const editor = useEditor()
  const [own, input] = splitProps(props, ['name'])
  return (
    <TextField
      {...input}
      name={own.name}
      value={editor.form[own.name]}
      error={editor.problemAt(own.name)}
      onInput={(event) => editor.set(own.name, event.currentTarget.value)}
    />
  )
}

export function EditorText(props: Shared & JSX.TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const editor = useEditor()
  const [own, area] = splitProps(props, ['name'])
  return (
    <TextArea
      {...area}
      name={own.name}
      value={editor.form[own.name]}
      error={editor.problemAt(own.name)}
      onInput={(event) => editor.set(own.name, event.currentTarget.value)}
    />
  )
}
