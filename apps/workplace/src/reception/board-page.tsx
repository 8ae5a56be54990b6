import { useQuery } from '@tanstack/react-query'
import { type Language, languages } from '@tereze/operation'
import { getBoard } from '@tereze/reception/contract'
import { ask, Failure, Waiting } from '@tereze/ui-app'
import { type ReactNode, useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { intlOf, useWords, wordsOf } from '../words/words.ts'
import { receptionKey } from './use-command.ts'
import '../styles/reception.css'

const askedEvery = 3_000
const turnEvery = 8_000
const shown = 8

/**
 * The screen in the hall at `/board/:organisation/:unit`: which number goes to which window, in three languages in turn. Nobody signs in, and it names no
 * person. The newest call stands in a live region in all three languages, which a screen reader or a loudspeaker reads out.
 */
export function BoardPage(): ReactNode {
  const own = useWords()
  const { organisation = '', unit = '' } = useParams()
  const [turn, setTurn] = useState(() => languages.indexOf(own.language))
  const [turns, letTurn] = useState(true)
  useEffect(() => {
    if (!turns) return
    const timer = setInterval(() => setTurn(before => (before + 1) % languages.length), turnEvery)
    return () => clearInterval(timer)
  }, [turns])
  const language: Language = languages[turn] ?? own.language
  const { say, pick } = wordsOf(intlOf(language), language)
  const query = useQuery({
    queryKey: [receptionKey, 'board', organisation, unit],
    queryFn: ({ signal }) => ask(getBoard, { organisation, unit }, { signal }),
    refetchInterval: askedEvery,
    staleTime: 0,
  })
  const board = query.data
  if (board === undefined)
    return (
      <main id="main" className="page">
        <title>{`${own.say('reception.board.title')} · Tereze`}</title>
        {query.isError ? (
          <Failure problem={query.error.problem} again={() => void query.refetch()} />
        ) : (
          <Waiting lines={6} />
        )}
      </main>
    )
  const [newest] = board.called
  return (
    <main id="main" className="hall-board" lang={language}>
      <title>{`${pick(board.name)} · Tereze`}</title>
      <header className="hall-board-head">
        <h1>{pick(board.name)}</h1>
        <p>
          {board.hours === null ? say('reception.board.day-off') : say('reception.board.hours', board.hours)}
          {board.isOpen || board.hours === null ? null : ` · ${say('reception.board.closed')}`}
        </p>
      </header>
      {query.isError ? (
        <p className="hall-board-stale" role="status">
          {say('reception.board.stale')}
        </p>
      ) : null}
      {board.called.length === 0 ? (
        <p className="hall-board-none">{say('reception.board.nobody')}</p>
      ) : (
        <table className="hall-board-calls">
          <caption className="hidden-text">{say('reception.board.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('reception.number')}</th>
              <th scope="col">{say('reception.window')}</th>
            </tr>
          </thead>
          <tbody>
            {board.called.slice(0, shown).map(({ number, window }, index) => (
              <tr key={number} className={index === 0 ? 'hall-board-newest' : undefined}>
                <th scope="row">{number}</th>
                <td>{window}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="hidden-text" aria-live="assertive" data-call={newest ? `${newest.number}/${newest.calls}` : ''}>
        {newest === undefined
          ? null
          : languages.map(each => (
              <p key={`${each} ${newest.number} ${newest.calls}`} lang={each}>
                {wordsOf(intlOf(each), each).say('reception.board.call', {
                  number: newest.number,
                  window: newest.window,
                })}
              </p>
            ))}
      </div>
      <footer className="hall-board-foot">
        <ul>
          {board.groups.map(({ letter, title, waiting }) => (
            <li key={letter}>
              <strong>{letter}</strong> {pick(title)}: {say('reception.waiting', { count: waiting })}
            </li>
          ))}
        </ul>
        <button type="button" className="button button-quiet button-small" onClick={() => letTurn(!turns)}>
          {turns ? say('reception.board.hold') : say('reception.board.turn')}
        </button>
      </footer>
    </main>
  )
}
