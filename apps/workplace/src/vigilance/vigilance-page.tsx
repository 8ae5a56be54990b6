import { useQuery } from '@tanstack/react-query'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { getOverview } from '@tereze/vigilance/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { DaysPicture } from './days-picture.tsx'
import { ExemptionsPart } from './exemptions-part.tsx'
import { IncidentsPart } from './incidents-part.tsx'
import { LeaksPart } from './leaks-part.tsx'
import { RulesPart } from './rules-part.tsx'
import { vigilanceKey } from './use-command.ts'
import { WatchedPart } from './watched-part.tsx'

/** Vigilance at `/vigilance`: what rules found unusual in the audit log, how that went, what they have learned. */
export function VigilancePage(): ReactNode {
  const words = useWords()
  const { organisation, roles } = useSession()
  const query = useQuery({
    queryKey: [vigilanceKey, 'overview', organisation],
    queryFn: ({ signal }) => ask(getOverview, { organisation }, { signal }),
  })
  return (
    <Page title={words.say('vigilance.title')} wide>
      <h1>{words.say('vigilance.title')}</h1>
      <p>{words.say('vigilance.lead')}</p>
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess ? (
        <>
          <section className="pane vigilance-now" aria-labelledby="now">
            <h2 id="now">{words.say('vigilance.now')}</h2>
            <p className="quality-number">{words.say('vigilance.open-count', { count: query.data.open })}</p>
            <DaysPicture days={query.data.days} />
            <p className="soft">
              {query.data.looked.at === null
                ? words.say('vigilance.not-looked')
                : words.say('vigilance.looked', {
                    lines: query.data.looked.lines,
                    of: query.data.looked.of,
                    at: words.moment(query.data.looked.at, { short: true }),
                  })}
            </p>
          </section>
          <IncidentsPart rules={query.data.rules} />
          <RulesPart rules={query.data.rules} />
        </>
      ) : null}
      <LeaksPart />
      <ExemptionsPart rules={query.data?.rules ?? []} />
      {roles.includes('security-officer') ? <WatchedPart /> : null}
      <section aria-labelledby="siem">
        <h2 id="siem">{words.say('vigilance.siem')}</h2>
        <p className="soft">{words.say('vigilance.siem-lead')}</p>
        <ul className="vigilance-links">
          {(['ecs', 'cef'] as const).map(format => (
            <li key={format}>
              <a href={`/audit/${organisation}/export?format=${format}`} download={`${organisation}.${format}`}>
                {words.say(`vigilance.siem.${format}`)}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
