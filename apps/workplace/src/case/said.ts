import { isObject, type Json, type JsonObject } from '@tereze/forms'
import type { Text } from '@tereze/operation'
import type { Words } from '../words/words.ts'
import { dotted, type TaskForm } from './form-words.ts'
import { valueLines } from './value-lines.ts'
import type { CaseView } from './view.ts'

/** Something that the applicant wrote, with the question it answers. */
export interface Said {
  readonly label: string
  readonly text: string
}

/** A form as a platform gives it that tells by itself what the applicant said about the task. */
type TellingForm = TaskForm & { readonly said?: readonly { readonly label: Text; readonly text: string }[] }

/** What the applicant wrote about a task: what the platform tells, else the appeal and the report of an error in its data. */
export function saidAbout(form: TellingForm, view: CaseView, words: Words): readonly Said[] {
  if (form.said !== undefined) return form.said.map(({ label, text }) => ({ label: words.pick(label), text }))
  const { appeal, correction } = form.data as JsonObject
  const written: readonly (readonly [string, unknown])[] = [
    [words.say('said.appeal'), isObject(appeal) ? appeal.reason : null],
    [words.say('said.asks'), isObject(appeal) ? appeal.asks : null],
    [words.say('said.error'), isObject(correction) ? correction.text : null],
    [words.say('said.instead'), isObject(correction) ? changesIn(correction.changes, form, view, words) : null],
  ]
  return written.flatMap(([label, text]) => (typeof text === 'string' && text.trim() !== '' ? [{ label, text }] : []))
}

/** Wished-for values, one on a line, each after the name of its field where that is known. */
function changesIn(changes: Json | undefined, form: TaskForm, view: CaseView, words: Words): string {
  if (!Array.isArray(changes)) return ''
  return changes
    .flatMap(change => {
      if (!isObject(change) || typeof change.pointer !== 'string') return []
      const value = valueLines(change.value, '', words).join(' · ')
      const label =
        view.facts.find(fact => fact.pointer === change.pointer)?.label ?? form.words[`field.${dotted(change.pointer)}`]
      return value === '' ? [] : [label === undefined ? value : `${words.pick(label)}: ${value}`]
    })
    .join('\n')
}
