import {
  type FieldState,
  type ItemLayout,
  isGroup,
  type Json,
  type Option,
  pointerSteps,
  toPointer,
} from '@tereze/forms'
import { answersOf } from '../changes/set-answers.ts'
import { isRequired, schemaOf } from './data-schema.ts'
import type { FormDraft } from './form-draft.ts'

/**
 * A question as the canvas shows it: as if nothing were given yet and every condition held. `template` is where its data stand; the
 * pointer is the template with a star for an element, so that words are found.
 */
export function drawnField(draft: FormDraft, item: ItemLayout, template: readonly string[]): FieldState | null {
  if (isGroup(item) || item.as === 'repeat') return null
  const schema = schemaOf(draft.schema, template)
  const listed = answersOf(schema)
  const maxLength = schema?.maxLength
  return {
    kind: 'field',
    pointer: toPointer(template.map(step => (step === '*' ? '0' : step))),
    as: item.as,
    layout: item,
    visible: true,
    required: isRequired(draft.schema, template),
    value: null,
    settled: false,
    mode: 'open',
    calculated: item.calculate !== undefined,
    known: null,
    source: null,
    options: item.from !== undefined ? [unknownOption(item.from)] : (listed?.map(optionOf) ?? []),
    maxLength: typeof maxLength === 'number' ? maxLength : null,
    problems: [],
  }
}

function optionOf(value: string): Option {
  return { id: value, value, about: value }
}

/** What an expression will give is known only when somebody fills the form in. */
function unknownOption(from: string): Option {
  const about: Json = { id: 'from', expression: from }
  return { id: 'from', value: 'from', about }
}

/** The name of a question's data as people read it: the last of its path. */
export function lastName(item: ItemLayout): string {
  return isGroup(item) ? item.group : (pointerSteps(item.field).at(-1) ?? '')
}
