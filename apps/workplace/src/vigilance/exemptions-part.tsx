import { useQuery } from '@tanstack/react-query'
import { ask, BusyButton, Failure, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { PageState, Table, Tag, type Tone } from '@tereze/ui-components'
import { type Exemption, endExemption, listExemptions, type RuleStanding } from '@tereze/vigilance/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { ExemptionForm } from './exemption-form.tsx'
import { useCommand, vigilanceKey } from './use-command.ts'

const tones: Readonly<Record<Exemption['state'], Tone>> = { 'in-force': 'you', over: 'later', ended: 'later' }

/** What the rules have learned from false alarms: of whom they are not asked, until when, by whom and why. */
export function ExemptionsPart({ rules }: { rules: readonly RuleStanding[] }): ReactNode {
  const words = useWords()
  const { organisation, roles } = useSession()
  const end = useCommand(endExemption)
  const query = useQuery({
    queryKey: [vigilanceKey, 'exemptions', organisation],
    queryFn: ({ signal }) => ask(listExemptions, { organisation, limit: 50 }, { signal }),
  })
  const mayEnd = roles.includes('security-officer')
  return (
    <section aria-labelledby="exemptions">
      <h2 id="exemptions">{words.say('vigilance.exemptions')}</h2>
      <p className="soft">{words.say('vigilance.exemptions-lead')}</p>
      {query.isPending ? <Waiting lines={3} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {end.error ? <RefusalNote problem={end.error.problem} /> : null}
      {query.data?.items.length === 0 ? (
        <PageState drawing="empty" title={words.say('vigilance.no-exemptions')} small heading="h3">
          <p>{words.say('vigilance.no-exemptions-text')}</p>
        </PageState>
      ) : null}
      {query.data === undefined || query.data.items.length === 0 ? null : (
        <Table
          caption={words.say('vigilance.exemptions')}
          captionHidden
          columns={[
            { key: 'rule', head: words.say('vigilance.rule') },
            { key: 'actor', head: words.say('vigilance.actor') },
            { key: 'until', head: words.say('vigilance.until') },
            { key: 'state', head: words.say('vigilance.state') },
          ]}
          rows={query.data.items.map(item => ({
            key: item.exemption,
            cells: [
              <>
                {words.pick(item.title)}
                <span className="source">
                  {item.reaches === null
                    ? words.say('vigilance.silent')
                    : words.say('vigilance.from-count', { count: item.reaches })}
                </span>
                <span className="source">{item.reason}</span>
              </>,
              <code key="actor" className="vigilance-id">
                {item.actor}
              </code>,
              words.moment(item.until, { short: true }),
              <>
                <Tag tone={tones[item.state]}>{words.say(`vigilance.state.${item.state}`)}</Tag>
                {item.state === 'in-force' && mayEnd ? (
                  <BusyButton
                    type="button"
                    className="button button-quiet button-small"
                    busy={end.isPending}
                    onClick={() => end.mutate({ organisation, exemption: item.exemption })}
                  >
                    {words.say('vigilance.end')}
                  </BusyButton>
                ) : null}
              </>,
            ],
          }))}
        />
      )}
      {mayEnd ? <ExemptionForm rules={rules} /> : null}
    </section>
  )
}
