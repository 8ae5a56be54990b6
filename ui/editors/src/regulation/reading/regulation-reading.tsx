import { below, isObject } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useDesk } from '../desk.ts'
import { placeWords } from '../place-words.ts'
import { summaryOf } from '../summary-of.ts'
import { useShown } from '../use-shown.ts'
import { memberWord } from '../words.ts'
import './reading.css'
import { ReadingDesk, type ReadingNames } from './reading-desk.tsx'
import { type ReadingRow, rowsByClause } from './rows-of.ts'

const isWords = (value: unknown, language: Language) => isObject(value) && typeof value[language] === 'string'
const isPlain = (value: unknown, language: Language) =>
  !isObject(value) || isWords(value, language) || typeof value.currency === 'string' || Object.keys(value).length === 1

/** What a part says, member by member, each by what it is called. */
function Said({ member, value, place }: { member: string; value: unknown; place: string }): ReactNode {
  const { say, language } = useDesk()
  const shown = useShown()
  if (Array.isArray(value) && value.some(one => !isPlain(one, language)))
    return (
      <ul>
        {value.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: elements stand in their order
          <li key={index}>
            <Said member={member} value={one} place={below(place, index)} />
          </li>
        ))}
      </ul>
    )
  if (Array.isArray(value) || isPlain(value, language)) return shown(value, place)
  const told = Object.entries(value as object).filter(([name]) => name !== 'id' && name !== 'clause')
  return (
    <dl>
      {told.map(([name, one]) => (
        <div key={name}>
          <dt>{say(memberWord(member, name))}</dt>
          <dd>
            <Said member={name} value={one} place={below(place, name)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Row({ row, beside }: { row: ReadingRow; beside: (place: string) => ReactNode }): ReactNode {
  const { say, language, regulation } = useDesk()
  const { place, member, value, isItem } = row
  const called = isItem ? say(memberWord('', member, true)) : placeWords(regulation, place, say, language)
  const summary = isItem ? summaryOf(value, language) : ''
  const plain = isPlain(value, language)
  const isClause = member === 'clauses'
  return (
    <li className="reading-row">
      <div className="reading-said">
        {isClause ? (
          <p className="reading-clause">
            {isObject(value) ? <Said member="text" value={value.text} place={place} /> : ''}
          </p>
        ) : plain ? (
          <p>
            <strong>{called}</strong> <Said member={member} value={value} place={place} />
          </p>
        ) : (
          <details>
            <summary>
              <strong>{called}</strong> {summary}
            </summary>
            <Said member={member} value={value} place={place} />
          </details>
        )}
      </div>
      <div className="reading-beside">{beside(place)}</div>
    </li>
  )
}

function Clauses({ beside }: { beside: (place: string) => ReactNode }): ReactNode {
  const { say, regulation } = useDesk()
  return rowsByClause(regulation).map(({ clause, rows }) => (
    <section key={clause ?? ''} className="reading-group">
      <h3>{clause === null ? say('compare.whole') : say('compare.clause', { clause })}</h3>
      <ul>
        {rows.map(row => (
          <Row key={row.place} row={row} beside={beside} />
        ))}
      </ul>
    </section>
  ))
}

/** A regulation to be read clause by clause: under the words of each all that rests on it, and beside each part what is said of it. */
export function RegulationReading(of: {
  readonly regulation: Readonly<Record<string, unknown>>
  readonly names: ReadingNames
  readonly language: Language
  /** What stands beside the part at a place (RFC 6901; elements by id). */
  readonly beside: (place: string) => ReactNode
}): ReactNode {
  return (
    <ReadingDesk regulation={of.regulation} names={of.names} language={of.language}>
      <div className="reading">
        <Clauses beside={of.beside} />
      </div>
    </ReadingDesk>
  )
}
