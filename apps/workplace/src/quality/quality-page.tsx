import { useQuery } from '@tanstack/react-query'
import { listQuality, type OpenViolations } from '@tereze/registers/contract'
import { ask, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { PageState, Tag } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { registersKey } from '../registers/use-register.ts'
import { useWords, type Words } from '../words/words.ts'
import { indexInWords } from './index-in-words.ts'
import { severities, severityTones } from './severity-tones.ts'
import { SideBySide } from './side-by-side.tsx'
import { TrendPicture } from './trend-picture.tsx'

/** The quality of an organisation's data at `/quality`: its index and how it went, and each watched register. */
export function QualityPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: [registersKey, 'quality', organisation],
    queryFn: ({ signal }) => ask(listQuality, { organisation }, { signal }),
  })
  const items = query.data?.items ?? []
  return (
    <Page title={words.say('quality.title')} wide>
      <h1>{words.say('quality.title')}</h1>
      <p>{words.say('quality.lead')}</p>
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} small /> : null}
      {query.isSuccess && items.length === 0 ? (
        <PageState drawing="empty" title={words.say('quality.none-title')} small>
          <p>{words.say('quality.none-text')}</p>
        </PageState>
      ) : null}
      {query.isSuccess && items.length > 0 ? (
        <>
          <section className="pane quality-index" aria-labelledby="of-organisation">
            <h2 id="of-organisation">{words.say('quality.of-organisation')}</h2>
            <p className="quality-number">{indexInWords(query.data.index, words.language)}</p>
            <TrendPicture history={query.data.history} />
          </section>
          <h2>{words.say('quality.registers')}</h2>
          <ul className="register-cards">
            {items.map(({ register, title, index, open, rules, history }) => (
              <li key={register} className="pane">
                <h3>
                  <Link to={`/quality/${register}`}>{words.pick(title)}</Link>
                </h3>
                <p className="quality-number">{indexInWords(index, words.language)}</p>
                <Open open={open} register={register} words={words} />
                <TrendPicture history={history} />
                <p className="soft">{words.say('quality.rules-count', { count: rules })}</p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <SideBySide />
    </Page>
  )
}

function Open({ open, register, words }: { open: OpenViolations; register: string; words: Words }): ReactNode {
  const some = severities.filter(severity => open[severity] > 0)
  if (some.length === 0)
    return (
      <p>
        <Tag tone="done">{words.say('quality.nothing-open')}</Tag>
      </p>
    )
  return (
    <ul className="quality-open">
      {some.map(severity => (
        <li key={severity}>
          <Tag tone={severityTones[severity]}>{words.say(`quality.severity.${severity}`)}</Tag>{' '}
          <Link to={`/quality/${register}/violations?severity=${severity}`}>
            {words.say('quality.violations-count', { count: open[severity] })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
