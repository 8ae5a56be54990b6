import type { Text } from '@tereze/operation'
import { useFields } from '@tereze/ui-app'
import type { Problem } from '@tereze/ui-client'
import { TextField } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import type { FormValues } from '../state/form-values.ts'
import { useWords } from '../words/words.ts'

const languages = ['en', 'ru', 'kk'] as const

/** The name in the three languages, as three fields. */
export function NameFields({ of, problem }: { of: string; problem: Problem | null }): ReactNode {
  const words = useWords()
  const field = useFields(problem)
  return languages.map(language => (
    <TextField
      key={language}
      {...field(`name/${language}`)}
      name={`${of}/name/${language}`}
      label={words.say(`applications.name.${language}`)}
      maxLength={200}
    />
  ))
}

/** The name that was typed. */
export function nameIn(values: FormValues, of: string): Text {
  const [en = '', ru = '', kk = ''] = languages.map(language => values.text(`${of}/name/${language}`))
  return { en, ru, kk }
}
