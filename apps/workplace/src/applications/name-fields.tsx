import type { Text } from '@tereze/operation'
import type { Problem } from '@tereze/ui-client'
import { TextField } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { troubleOfField } from '../state/trouble-of-field.ts'
import { useWords } from '../words/words.tsx'
import type { FormValues } from './form-values.ts'

const languages = ['en', 'ru', 'kk'] as const

/** The name in the three languages, as three fields. */
export function NameFields({ of, problem }: { of: string; problem: Problem | null }): ReactNode {
  const words = useWords()
  return languages.map(language => (
    <TextField
      key={language}
      name={`${of}/name/${language}`}
      label={words.say(`applications.name.${language}`)}
      maxLength={200}
      mistake={troubleOfField(problem, `/name/${language}`)}
      mistakeWord={words.say('applications.mistake')}
    />
  ))
}

/** The name that was typed. */
export function nameIn(values: FormValues, of: string): Text {
  const [en = '', ru = '', kk = ''] = languages.map(language => values.text(`${of}/name/${language}`))
  return { en, ru, kk }
}
