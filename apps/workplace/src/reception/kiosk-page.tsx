import { useQuery } from '@tanstack/react-query'
import { getSession } from '@tereze/identity/contract'
import type { OutputOf } from '@tereze/operation'
import { getBoard, takeTicket } from '@tereze/reception/contract'
import { ask, Failure, keepFormToken, LanguageSwitch, Page, RefusalNote, Waiting } from '@tereze/ui-app'
import { Callout, ChoiceField } from '@tereze/ui-components'
import { type ReactNode, useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { receptionKey, useCommand } from './use-command.ts'
import '../styles/reception.css'

const askedEvery = 10_000
const shownFor = 30_000

/** The screen on which a visitor takes a number, at `/kiosk/:organisation/:unit`. It asks for no name; the number disappears by itself. */
export function KioskPage(): ReactNode {
  const words = useWords()
  const { organisation = '', unit = '' } = useParams()
  const [privilege, choosePrivilege] = useState('')
  const [taken, showTaken] = useState<OutputOf<typeof takeTicket> | null>(null)
  const query = useQuery({
    queryKey: [receptionKey, 'kiosk', organisation, unit],
    async queryFn({ signal }) {
      keepFormToken((await ask(getSession, {}, { signal })).formToken)
      return ask(getBoard, { organisation, unit }, { signal })
    },
    refetchInterval: askedEvery,
  })
  const take = useCommand(takeTicket, showTaken)
  const begin = () => {
    showTaken(null)
    choosePrivilege('')
    take.reset()
  }
  useEffect(() => {
    if (taken === null) return
    const timer = setTimeout(() => {
      showTaken(null)
      choosePrivilege('')
    }, shownFor)
    return () => clearTimeout(timer)
  }, [taken])
  const board = query.data
  const title = words.say('reception.kiosk.title')
  return (
    <Page title={title}>
      <div className="kiosk-head">
        <h1>{board === undefined ? title : words.pick(board.name)}</h1>
        <LanguageSwitch />
      </div>
      {board === undefined && query.isError ? (
        <Failure problem={query.error.problem} again={() => void query.refetch()} />
      ) : null}
      {query.isPending ? <Waiting lines={6} /> : null}
      {board === undefined || taken !== null ? null : (
        <>
          {board.isOpen ? null : (
            <Callout tone="moving" title={words.say('reception.board.closed')}>
              <p>
                {board.hours === null
                  ? words.say('reception.board.day-off')
                  : words.say('reception.board.hours', board.hours)}
              </p>
            </Callout>
          )}
          {take.error ? <RefusalNote problem={take.error.problem} /> : null}
          {board.privileges.length === 0 ? null : (
            <div
              onChange={event => {
                if (event.target instanceof HTMLInputElement) choosePrivilege(event.target.value)
              }}
            >
              <ChoiceField
                key={words.language}
                name="privilege"
                label={words.say('reception.privilege')}
                value={privilege}
                options={[
                  { value: '', text: words.say('reception.privilege.none') },
                  ...board.privileges.map(one => ({ value: one.id, text: words.pick(one.title) })),
                ]}
              />
            </div>
          )}
          <h2>{words.say('reception.kiosk.choose')}</h2>
          <ul className="kiosk-groups">
            {board.groups.map(group => (
              <li key={group.letter}>
                <button
                  type="button"
                  className="button kiosk-group"
                  disabled={!board.isOpen || take.isPending}
                  onClick={() =>
                    take.mutate({
                      organisation,
                      unit,
                      letter: group.letter,
                      ...(privilege === '' ? {} : { privilege }),
                    })
                  }
                >
                  <strong>{group.letter}</strong>
                  <span>{words.pick(group.title)}</span>
                  <span>{words.say('reception.waiting', { count: group.waiting })}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {taken === null ? null : (
        <div className="kiosk-taken" role="status">
          <p>{words.say('reception.kiosk.yours')}</p>
          <p className="kiosk-number">{taken.number}</p>
          <p>{words.say('reception.kiosk.before', { count: taken.before })}</p>
          <p>{words.say('reception.kiosk.watch')}</p>
          <button type="button" className="button" onClick={begin}>
            {words.say('reception.kiosk.done')}
          </button>
        </div>
      )}
    </Page>
  )
}
