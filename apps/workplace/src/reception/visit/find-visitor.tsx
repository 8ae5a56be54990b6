import { useMutation } from '@tanstack/react-query'
import type { InputOf, OutputOf } from '@tereze/operation'
import { findVisitor, openVisit } from '@tereze/reception/contract'
import { ask, BusyButton, type QueryProblem, RefusalNote, useFields, useSession } from '@tereze/ui-app'
import { DayField, TextField } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../../words/words.ts'
import { RegisterVisitor } from './register-visitor.tsx'
import { useVisitCommand } from './use-visit.ts'

/** Looks for a person by number and day of birth, or by name and day of birth; opens their visit; registers whom no register knows. */
export function FindVisitor({ unit }: { unit: string }): ReactNode {
  const words = useWords()
  const { say } = words
  const { organisation } = useSession()
  const [byName, setByName] = useState(false)
  const find = useMutation<OutputOf<typeof findVisitor>, QueryProblem, InputOf<typeof findVisitor>>({
    mutationFn: input => ask(findVisitor, input),
  })
  const open = useVisitCommand(openVisit)
  const field = useFields(find.error?.problem ?? null)
  const optional = say('form.optional')
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const told = (name: string) => String(form.get(name) ?? '').trim()
    const given = (name: string) => (told(name) === '' ? {} : { [name]: told(name) })
    open.reset()
    find.mutate({ organisation, born: told('born'), ...given('number'), ...given('family'), ...given('given') })
  }
  const begin = (person: string) => open.mutate({ organisation, unit, person })
  return (
    <>
      <p>{say('visit.find-lead')}</p>
      <form className="visit-find" onSubmit={send} noValidate>
        {byName ? (
          <>
            <TextField {...field('family')} label={say('form.family')} maxLength={60} />
            <TextField {...field('given')} label={say('form.given')} maxLength={60} />
          </>
        ) : (
          <TextField {...field('number')} label={say('visit.number')} maxLength={40} width="medium" />
        )}
        <DayField {...field('born')} label={say('visit.birthday')} value="" />
        <BusyButton type="submit" className="button" busy={find.isPending}>
          {say('visit.find')}
        </BusyButton>
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            find.reset()
            setByName(!byName)
          }}
        >
          {say(byName ? 'visit.by-number' : 'visit.by-name')}
        </button>
      </form>
      {find.error ? <RefusalNote problem={find.error.problem} /> : null}
      {open.error ? <RefusalNote problem={open.error.problem} /> : null}
      {find.isSuccess ? (
        <div role="status">
          {find.data.items.length === 0 ? <p>{say('visit.nobody')}</p> : null}
          <ul className="visit-list">
            {find.data.items.map(one => (
              <li key={one.person}>
                <span>
                  <strong>{one.name}</strong>
                  {one.number === null ? null : ` · ${one.number}`}
                  {` · ${one.phone === null ? say('visit.no-phone') : say('visit.phone', { phone: one.phone })}`}
                </span>
                <BusyButton className="button" busy={open.isPending} onClick={() => begin(one.person)}>
                  {say('visit.open')}
                </BusyButton>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {find.isSuccess && find.data.items.length === 0 ? (
        <RegisterVisitor registrar={find.data.registrar} registered={begin} optional={optional} />
      ) : null}
    </>
  )
}
