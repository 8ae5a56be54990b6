import { Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import type { CaseView } from './view.ts'

const tones = { open: 'you', answered: 'done', unanswered: 'no' } as const

/** What officials asked the applicant, and what came of it. */
export function RequestsPart({ view }: { view: CaseView }): ReactNode {
  const words = useWords()
  const { requests = [] } = view
  if (requests.length === 0) return null
  return (
    <section className="work-part">
      <h3>{words.say('requests.title')}</h3>
      {requests.map(request => (
        <figure key={request.at} className="said">
          <figcaption>
            {request.by.name === null ? null : `${words.name(request.by.name)} · `}
            <time dateTime={request.at}>{words.day(request.at, { year: false, short: true })}</time>{' '}
            <Tag tone={tones[request.state]}>{words.say(`requests.${request.state}`)}</Tag>
          </figcaption>
          <blockquote>{request.text}</blockquote>
          {request.fields.length === 0 ? null : (
            <p className="soft">{request.fields.map(({ label }) => words.pick(label)).join(', ')}</p>
          )}
          {request.state === 'open' ? (
            <p>{words.say('requests.until', { date: words.date(request.until, { role: 'until' }) })}</p>
          ) : null}
          {request.answer === null ? null : (
            <>
              <p className="soft">{words.say('requests.answer')}</p>
              <blockquote>{request.answer}</blockquote>
            </>
          )}
        </figure>
      ))}
    </section>
  )
}
