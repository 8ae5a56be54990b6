import { languages } from '@tereze/operation'
import { BusyButton, RefusalNote, useSession } from '@tereze/ui-app'
import { tellLeakPersons } from '@tereze/vigilance/contract'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'

/** Begins to tell the persons of a leak, in words for each language. */
export function TellingForm({ leak, named }: { leak: string; named: number }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const tell = useCommand(tellLeakPersons)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [en = '', ru = '', kk = ''] = ['en', 'ru', 'kk'].map(language => String(form.get(language)).trim())
    tell.mutate({ organisation, leak, words: { en, ru, kk } })
  }
  return (
    <details className="leak-form">
      <summary>{words.say('leaks.tell')}</summary>
      <form onSubmit={send}>
        <p className="soft">{words.say('leaks.tell-lead')}</p>
        {languages.map(language => (
          <label className="field" key={language}>
            <span>{words.say(`leaks.tell-in.${language}`)}</span>
            <textarea
              className="input"
              name={language}
              lang={language}
              rows={3}
              required
              minLength={20}
              maxLength={2000}
            />
          </label>
        ))}
        <BusyButton type="submit" className="button" busy={tell.isPending}>
          {words.say('leaks.tell-now', { count: named })}
        </BusyButton>
        {tell.error ? <RefusalNote problem={tell.error.problem} /> : null}
      </form>
    </details>
  )
}
