import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@tereze/operation'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { Facts, Table, Tag } from '@tereze/ui-components'
import { getIncident } from '@tereze/vigilance/contract'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useWords } from '../words/words.ts'
import { severityTones } from './severity-tones.ts'
import { vigilanceKey } from './use-command.ts'

type Shown = OutputOf<typeof getIncident>

/** One incident at `/vigilance/:incident`: what was found, why it matters, where it is judged, and the lines it rests on. */
export function IncidentPage(): ReactNode {
  const words = useWords()
  const { incident = '' } = useParams()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [vigilanceKey, 'incident', organisation, incident],
    queryFn: ({ signal }) => ask(getIncident, { organisation, incident }, { signal }),
  })
  const title = query.data === undefined ? words.say('vigilance.incident') : words.pick(query.data.incident.title)
  return (
    <Page title={title} wide>
      <p>
        <Link to="/vigilance">{words.say('vigilance.title')}</Link>
      </p>
      <h1>{title}</h1>
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess ? <Found shown={query.data} /> : null}
    </Page>
  )
}

function Found({ shown: { incident, why, lines } }: { shown: Shown }): ReactNode {
  const words = useWords()
  const { judgement } = incident
  const facts = [
    { key: 'severity', label: words.say('vigilance.severity'), value: <Severity of={incident.severity} /> },
    {
      key: 'actor',
      label: words.say('vigilance.actor'),
      value: <code className="vigilance-id">{incident.actor}</code>,
    },
    { key: 'count', label: words.say('vigilance.count'), value: String(incident.count) },
    {
      key: 'when',
      label: words.say('vigilance.when'),
      value: words.say('vigilance.between', {
        since: words.moment(incident.since, { short: true }),
        until: words.moment(incident.until, { short: true }),
      }),
    },
    {
      key: 'case',
      label: words.say('vigilance.case'),
      value: incident.case === null ? '—' : <Link to={`/cases/${incident.case.case}`}>{incident.case.number}</Link>,
    },
    {
      key: 'judgement',
      label: words.say('vigilance.judgement'),
      value:
        judgement === null
          ? words.say('vigilance.waits')
          : `${words.say(`vigilance.outcome.${judgement.outcome}`)}: ${judgement.reason}`,
    },
  ]
  return (
    <>
      <p>{words.pick(why)}</p>
      <Facts lines={facts} wide />
      <section aria-labelledby="lines">
        <h2 id="lines">{words.say('vigilance.lines')}</h2>
        <p className="soft">{words.say('vigilance.lines-lead')}</p>
        <Table
          caption={words.say('vigilance.lines')}
          captionHidden
          columns={[
            { key: 'when', head: words.say('vigilance.when') },
            { key: 'operation', head: words.say('vigilance.operation') },
            { key: 'people', head: words.say('vigilance.people') },
            { key: 'place', head: words.say('vigilance.place') },
          ]}
          rows={lines.map(({ line, index, time, operation, outcome, ground, fields, subjects }) => ({
            key: line,
            cells: [
              words.moment(time, { short: true }),
              <>
                <code>{operation}</code>
                <span className="source">{[outcome, ground, ...fields].filter(part => part !== null).join(' · ')}</span>
              </>,
              String(subjects),
              <>
                {String(index)}
                <code className="source vigilance-id">{line}</code>
              </>,
            ],
          }))}
        />
      </section>
    </>
  )
}

function Severity({ of }: { of: keyof typeof severityTones }): ReactNode {
  const words = useWords()
  return <Tag tone={severityTones[of]}>{words.say(`vigilance.severity.${of}`)}</Tag>
}
