import { Table, Tag } from '@tereze/ui-components'
import type { RuleStanding } from '@tereze/vigilance/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords, type Words } from '../words/words.ts'
import { severityTones } from './severity-tones.ts'

/** The rules, with what each found lately; each leads to its incidents. */
export function RulesPart({ rules }: { rules: readonly RuleStanding[] }): ReactNode {
  const words = useWords()
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{words.say('vigilance.rules')}</h2>
      <Table
        caption={words.say('vigilance.rules')}
        captionHidden
        columns={[
          { key: 'rule', head: words.say('vigilance.rule') },
          { key: 'severity', head: words.say('vigilance.severity') },
          { key: 'from', head: words.say('vigilance.threshold') },
          { key: 'found', head: words.say('vigilance.found') },
        ]}
        rows={rules.map(({ rule, title, why, severity, counts, reaches, minutes, found, falseAlarms }) => ({
          key: rule,
          cells: [
            <>
              <Link to={`/vigilance?rule=${rule}`}>{words.pick(title)}</Link>
              <span className="source">{words.pick(why)}</span>
            </>,
            <Tag key="severity" tone={severityTones[severity]}>
              {words.say(`vigilance.severity.${severity}`)}
            </Tag>,
            words.say(`vigilance.threshold.${counts}`, { reaches, time: timeIn(words, minutes) }),
            <>
              {words.say('vigilance.incidents-count', { count: found })}
              {falseAlarms === 0 ? null : (
                <span className="source">{words.say('vigilance.false-alarms', { count: falseAlarms })}</span>
              )}
            </>,
          ],
        }))}
      />
    </section>
  )
}

function timeIn(words: Words, minutes: number): string {
  if (minutes % 60 === 0) return words.say('vigilance.hours', { count: minutes / 60 })
  return words.say('vigilance.minutes', { count: minutes })
}
