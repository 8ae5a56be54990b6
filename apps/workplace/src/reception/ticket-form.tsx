import { useQuery } from '@tanstack/react-query'
import { getBoard, takeTicket } from '@tereze/reception/contract'
import { ask, BusyButton, RefusalNote, useSession } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { receptionKey, useCommand } from './use-command.ts'

/** A ticket given at the desk to somebody who does not use the kiosk. */
export function TicketForm({ unit }: { unit: string }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const [letter, chooseLetter] = useState('')
  const [privilege, choosePrivilege] = useState('')
  const { data: board } = useQuery({
    queryKey: [receptionKey, 'board', organisation, unit],
    queryFn: ({ signal }) => ask(getBoard, { organisation, unit }, { signal }),
  })
  const take = useCommand(takeTicket, () => choosePrivilege(''))
  const [first] = board?.groups ?? []
  if (board === undefined || first === undefined) return null
  const chosen = board.groups.some(one => one.letter === letter) ? letter : first.letter
  return (
    <section aria-labelledby="reception-ticket">
      <h2 id="reception-ticket">{words.say('reception.give')}</h2>
      {take.error ? <RefusalNote problem={take.error.problem} /> : null}
      {take.isSuccess ? (
        <Callout tone="done" title={words.say('reception.given', { number: take.data.number })} live>
          <p>{words.say('reception.kiosk.before', { count: take.data.before })}</p>
        </Callout>
      ) : null}
      <form
        className="reception-hall"
        onSubmit={event => {
          event.preventDefault()
          take.mutate({ organisation, unit, letter: chosen, ...(privilege === '' ? {} : { privilege }) })
        }}
      >
        <label className="field">
          <span>{words.say('reception.group')}</span>
          <select className="input" value={chosen} onChange={event => chooseLetter(event.target.value)}>
            {board.groups.map(one => (
              <option key={one.letter} value={one.letter}>
                {`${one.letter} · ${words.pick(one.title)}`}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{words.say('reception.privilege')}</span>
          <select className="input" value={privilege} onChange={event => choosePrivilege(event.target.value)}>
            <option value="">{words.say('reception.privilege.none')}</option>
            {board.privileges.map(one => (
              <option key={one.id} value={one.id}>
                {words.pick(one.title)}
              </option>
            ))}
          </select>
        </label>
        <BusyButton type="submit" className="button button-quiet" busy={take.isPending}>
          {words.say('reception.give')}
        </BusyButton>
      </form>
    </section>
  )
}
