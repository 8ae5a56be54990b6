import { erasePerson } from '@tereze/cases/contract'
import { BusyButton, RefusalNote, useSession } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import type { FormEvent, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { useCommand } from './use-command.ts'

/** Erases the key of a person, where nothing of theirs is kept any more. */
export function ErasePart(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const erase = useCommand(erasePerson)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '').trim()
    erase.mutate({ organisation, person: value('person'), reason: value('reason') })
  }
  return (
    <details className="more archive-erase">
      <summary>{words.say('archive.erase')}</summary>
      <p>{words.say('archive.erase-lead')}</p>
      <form onSubmit={send}>
        <label className="field">
          <span>{words.say('archive.person')}</span>
          <input
            className="input"
            name="person"
            required
            maxLength={60}
            placeholder="person_…"
            pattern="person_[0-9a-f\-]{36}"
          />
        </label>
        <label className="field">
          <span>{words.say('archive.reason')}</span>
          <textarea className="input" name="reason" rows={2} minLength={5} maxLength={500} required />
        </label>
        <label className="archive-check">
          <input type="checkbox" required />
          <span>{words.say('archive.erase-sure')}</span>
        </label>
        <BusyButton type="submit" className="button" busy={erase.isPending}>
          {words.say('archive.erase-now')}
        </BusyButton>
      </form>
      {erase.error ? <RefusalNote problem={erase.error.problem} /> : null}
      {erase.isSuccess ? <Callout tone="done" title={words.say('archive.erased')} live /> : null}
    </details>
  )
}
