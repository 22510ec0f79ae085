import type { Refusal } from '../refusal'
import { TextArea, TextField } from '../ui/Field'
import { words } from './words'

/** What visitors read of a facilitator. */
export function FacilitatorFields(props: {
  refusal: Refusal | undefined
  specialization?: string
  bio?: string
}) {
  return (
    <>
      <TextField
        label={words.specialization}
        name="specialization"
        maxLength={200}
        value={props.specialization ?? ''}
        hint={words.specializationHint}
        error={props.refusal?.about('specialization')}
      />
      <TextArea
        label={words.bio}
        name="bio"
        maxLength={2000}
        value={props.bio ?? ''}
        hint={words.bioHint}
        error={props.refusal?.about('bio')}
      />
    </>
  )
}
