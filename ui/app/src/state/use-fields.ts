import type { Problem } from '@tereze/ui-client'
import { useWords } from '../words/words.tsx'
import { troubleOfField } from './trouble-of-field.ts'

/** What a field of a form needs to say what is wrong with it. */
export interface FieldState {
  readonly name: string
  readonly mistake: string | undefined
  readonly mistakeWord: string
}

/** Gives each field of a form, by the name that it has in the operation's input, what the platform says is wrong with it. */
export function useFields(problem: Problem | null): (field: string) => FieldState {
  const { say } = useWords()
  return field => ({
    name: field,
    mistake: troubleOfField(problem, `/${field}`),
    mistakeWord: say('state.field-wrong'),
  })
}
