import type { Difference } from '@tereze/regulation'
import type { ReactNode } from 'react'
import { useDesk } from '../desk.ts'
import { placeWords } from '../place-words.ts'
import { useShown } from '../use-shown.ts'

/** Differences under the clauses that they rest on: where, before, after. */
export function Differences(props: { differences: readonly Difference[]; from: unknown; to: unknown }): ReactNode {
  const { say, language } = useDesk()
  const shown = useShown()
  const { differences } = props
  if (differences.length === 0) return <p>{say('compare.none')}</p>
  const clauses = [...new Set(differences.map(({ clause }) => clause))]
  return clauses.map(clause => (
    <section key={clause ?? ''}>
      <h4>{clause === null ? say('compare.whole') : say('compare.clause', { clause })}</h4>
      <table className="table-cards reg-differences">
        <caption className="hidden-text">
          {clause === null ? say('compare.whole') : say('compare.clause', { clause })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('compare.where')}</th>
            <th scope="col">{say('compare.before')}</th>
            <th scope="col">{say('compare.after')}</th>
          </tr>
        </thead>
        <tbody>
          {differences
            .filter(one => one.clause === clause)
            .map(({ place, from, to }) => (
              <tr key={place}>
                <th scope="row">{placeWords(to === undefined ? props.from : props.to, place, say, language)}</th>
                <td data-label={say('compare.before')}>
                  {from === undefined ? say('compare.absent') : <del>{shown(from, place)}</del>}
                </td>
                <td data-label={say('compare.after')}>
                  {to === undefined ? say('compare.absent') : <ins>{shown(to, place)}</ins>}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  ))
}
