import { Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/words.ts'
import { indexInWords } from './index-in-words.ts'
import { severities, severityTones } from './severity-tones.ts'
import type { Watched } from './watched-register-page.tsx'

/** The rules of a register: how it should be, to how many records each applies, how many break it; what is broken most comes first. */
export function RulesTab({ watched: { register, rules } }: { watched: Watched }): ReactNode {
  const words = useWords()
  const sorted = rules.toSorted(
    (one, other) =>
      Number(other.open > 0) - Number(one.open > 0) ||
      severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
      other.open - one.open,
  )
  return (
    <table className="table-cards tasks" aria-label={words.say('quality.tab.rules')}>
      <thead>
        <tr>
          <th scope="col">{words.say('quality.rule')}</th>
          <th scope="col">{words.say('quality.severity')}</th>
          <th scope="col">{words.say('quality.applies')}</th>
          <th scope="col">{words.say('quality.broken')}</th>
          <th scope="col">{words.say('quality.index')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ rule, text, dimension, severity, applies, open, accepted, index }) => (
          <tr key={rule}>
            <th scope="row">
              {words.pick(text)}
              <span className="soft">{words.say(`quality.dimension.${dimension}`)}</span>
            </th>
            <td data-label={words.say('quality.severity')}>
              <Tag tone={open === 0 ? 'later' : severityTones[severity]}>
                {words.say(`quality.severity.${severity}`)}
              </Tag>
            </td>
            <td data-label={words.say('quality.applies')}>{applies ?? '—'}</td>
            <td data-label={words.say('quality.broken')}>
              {open === 0 ? (
                '0'
              ) : (
                <Link to={`/quality/${register}/violations?rule=${rule}`}>
                  {words.say('quality.violations-count', { count: open })}
                </Link>
              )}
              {accepted === 0 ? null : (
                <span className="soft">{words.say('quality.accepted-count', { count: accepted })}</span>
              )}
            </td>
            <td data-label={words.say('quality.index')}>{indexInWords(index, words.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
