import { useQuery } from '@tanstack/react-query'
import {
  callAgain,
  callNext,
  type Desk,
  endTicket,
  getDesk,
  handOver,
  leaveWindow,
  openWindow,
} from '@tereze/reception/contract'
import { ask, BusyButton, Failure, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { Table } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { useWords } from '../words/words.ts'
import { receptionKey, useCommand } from './use-command.ts'
import { waitedMinutes } from './waited-minutes.ts'

const askedEvery = 5_000

/** One's window: who is called, what becomes of them, who is next. */
export function DeskPart({ unit }: { unit: string }): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const at = { organisation, unit }
  const query = useQuery({
    queryKey: [receptionKey, 'desk', organisation, unit],
    queryFn: ({ signal }) => ask(getDesk, at, { signal }),
    refetchInterval: askedEvery,
  })
  const desk = query.data
  const sit = useCommand(openWindow)
  const leave = useCommand(leaveWindow)
  const next = useCommand(callNext)
  const again = useCommand(callAgain)
  const end = useCommand(endTicket)
  const hand = useCommand(handOver)
  const commands = [sit, leave, next, again, end, hand]
  const busy = commands.some(({ isPending }) => isPending)
  /** Only the refusal of what was done last is shown. */
  const doing = (act: () => void) => () => {
    if (busy) return
    for (const command of commands) command.reset()
    act()
  }
  const doNext = doing(() => next.mutate(at))
  const doAgain = doing(() => again.mutate(at))
  const doEnd = (outcome: 'finished' | 'no-show') => doing(() => end.mutate({ ...at, outcome }))
  const isSitting = desk !== undefined && desk.window !== null
  const isCalled = isSitting && desk.called !== null
  const when = (can: boolean, act: () => void) => (can ? void act() : false)
  useShortcuts({
    n: () => when(isSitting && !isCalled, doNext),
    r: () => when(isCalled, doAgain),
    f: () => when(isCalled, doEnd('finished')),
    x: () => when(isCalled, doEnd('no-show')),
  })
  const refused = commands.find(({ error }) => error !== null)?.error
  if (desk === undefined)
    return query.isError ? (
      <Failure problem={query.error.problem} again={() => void query.refetch()} small />
    ) : (
      <Waiting lines={5} />
    )
  return (
    <section aria-labelledby="reception-desk">
      <h2 id="reception-desk">
        {desk.window === null
          ? words.say('reception.choose-window')
          : words.say('reception.my-window', { window: desk.window })}
      </h2>
      {refused ? <RefusalNote problem={refused.problem} /> : null}
      {desk.window === null ? (
        <Windows desk={desk} busy={busy} sit={window => doing(() => sit.mutate({ ...at, window }))()} />
      ) : (
        <>
          <div className="reception-called" role="status">
            {desk.called === null ? (
              <p>{words.say('reception.nobody-called')}</p>
            ) : (
              <>
                <p className="reception-number">{desk.called.number}</p>
                <p>{words.say('reception.minutes', { count: waitedMinutes(desk.called.waited) })}</p>
                <Privilege id={desk.called.privilege} />
              </>
            )}
          </div>
          <div className="reception-deeds">
            {desk.called === null ? (
              <>
                <BusyButton className="button" aria-keyshortcuts="n" busy={next.isPending} onClick={doNext}>
                  {words.say('reception.call-next')}
                </BusyButton>
                <BusyButton
                  className="button button-quiet"
                  busy={leave.isPending}
                  onClick={doing(() => leave.mutate(at))}
                >
                  {words.say('reception.leave')}
                </BusyButton>
              </>
            ) : (
              <>
                <BusyButton className="button" aria-keyshortcuts="f" busy={end.isPending} onClick={doEnd('finished')}>
                  {words.say('reception.finish')}
                </BusyButton>
                <BusyButton
                  className="button button-quiet"
                  aria-keyshortcuts="r"
                  busy={again.isPending}
                  onClick={doAgain}
                >
                  {words.say('reception.call-again')}
                </BusyButton>
                <BusyButton
                  className="button button-quiet"
                  aria-keyshortcuts="x"
                  busy={end.isPending}
                  onClick={doEnd('no-show')}
                >
                  {words.say('reception.no-show')}
                </BusyButton>
                <HandOver
                  windows={desk.windows.filter(({ state }) => state === 'taken').map(({ window }) => window)}
                  busy={hand.isPending}
                  hand={window => doing(() => hand.mutate({ ...at, window }))()}
                />
              </>
            )}
          </div>
          <p>{words.say('reception.in-hall', { count: desk.waiting })}</p>
          {desk.next.length === 0 ? (
            <p>{words.say('reception.nobody-next')}</p>
          ) : (
            <Table
              caption={words.say('reception.next')}
              columns={[
                { key: 'number', head: words.say('reception.number') },
                { key: 'privilege', head: words.say('reception.order') },
                { key: 'waited', head: words.say('reception.waited'), number: true },
              ]}
              rows={desk.next.map(one => ({
                key: one.ticket,
                cells: [
                  one.number,
                  <Privilege key="privilege" id={one.privilege} />,
                  words.say('reception.minutes', { count: waitedMinutes(one.waited) }),
                ],
              }))}
            />
          )}
        </>
      )}
    </section>
  )
}

/** Whether the visitor said that the law lets them in first: the official looks at their document. */
function Privilege({ id }: { id: string | null }): ReactNode {
  const { say } = useWords()
  return id === null ? <span>{say('reception.in-turn')}</span> : <strong>{say('reception.first')}</strong>
}

function Windows(of: { desk: Desk; busy: boolean; sit: (window: string) => void }): ReactNode {
  const { say } = useWords()
  return (
    <ul className="reception-windows">
      {of.desk.windows.map(({ window, groups, state }) => (
        <li key={window}>
          <button
            type="button"
            className="button button-quiet"
            disabled={of.busy || state === 'taken'}
            onClick={() => of.sit(window)}
          >
            {say('reception.window-of', { window, groups: groups.join(', ') })}
            {state === 'taken' ? ` · ${say('reception.taken')}` : null}
          </button>
        </li>
      ))}
    </ul>
  )
}

function HandOver(of: { windows: readonly string[]; busy: boolean; hand: (window: string) => void }): ReactNode {
  const { say } = useWords()
  const [chosen, choose] = useState('')
  const window = of.windows.includes(chosen) ? chosen : of.windows[0]
  if (window === undefined) return null
  return (
    <span className="reception-hand">
      <label>
        <span>{say('reception.hand-to')}</span>{' '}
        <select className="input" value={window} onChange={event => choose(event.target.value)}>
          {of.windows.map(one => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <BusyButton className="button button-quiet" busy={of.busy} onClick={() => of.hand(window)}>
        {say('reception.hand')}
      </BusyButton>
    </span>
  )
}
