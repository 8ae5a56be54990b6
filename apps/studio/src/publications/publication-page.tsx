import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@tereze/operation'
import {
  getPublication,
  type PublicationCard,
  publishPackage,
  reviewPublication,
  withdrawPublication,
} from '@tereze/studio/contract'
import { ask, BusyButton, commandOf, Failure, Page, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { Certificates } from '../bench/certificates-pane.tsx'
import { useWords } from '../words/words.ts'
import { byWhom } from './by-whom.ts'
import { filesOf } from './changed-paths.ts'
import { Changes } from './changes.tsx'
import { WhyRefused } from './why-refused.tsx'

const useCommand = commandOf('studio')
/** While the platform publishes, milliseconds between looks. */
const soon = 1_000

/** A request to publish at `/publications/{publication}`: what it changes, who did what, and what can be done with it. */
export function PublicationPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const { publication = '' } = useParams()
  const query = useQuery({
    queryKey: ['studio', 'publication', organisation, publication],
    queryFn: ({ signal }) => ask(getPublication, { organisation, publication }, { signal }),
    refetchInterval: ({ state }) => (state.data?.publication.state === 'ordered' ? soon : false),
  })
  const card = query.data?.publication
  const title = card === undefined ? words.say('publications.title') : `${words.pick(card.title)} ${card.version}`
  return (
    <Page title={title} wide>
      <p className="soft back">
        <Link to="/publications">{words.say('publications.title')}</Link>
      </p>
      <h1>{title}</h1>
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : (
        <>
          <p role="status" className="publication-state">
            {words.say(`stage.${query.data.publication.state}`)}
          </p>
          <p>
            <strong>{query.data.publication.name}</strong>
          </p>
          {query.data.publication.trial === null ? null : (
            <p>{words.say('trial.asked', { count: query.data.publication.trial })}</p>
          )}
          {query.data.publication.notes === '' ? null : (
            <p className="publication-notes">{query.data.publication.notes}</p>
          )}
          <Steps card={query.data.publication} />
          {query.data.publication.state === 'published' ? (
            <p>
              <Link to={`/versions/${query.data.publication.kind}/${query.data.publication.package}`}>
                {words.say('versions.open')}
              </Link>
            </p>
          ) : null}
          {query.data.certificates.length === 0 ? null : (
            <section aria-label={words.say('certificate.title')}>
              <h2>{words.say('certificate.title')}</h2>
              <Certificates list={query.data.certificates} />
            </section>
          )}
          <Actions organisation={organisation} found={query.data} />
          <Changes before={filesOf(query.data.before)} after={filesOf(query.data.files)} />
          <p className="soft publication-hash">{words.say('publication.hash', { hash: query.data.hash })}</p>
        </>
      )}
    </Page>
  )
}

/** Who did what when, what the reviewer wrote, and why the platform refused. */
function Steps({ card }: { card: PublicationCard }): ReactNode {
  const words = useWords()
  const { reviewed, ordered, withdrawn, endedAt } = card
  const outcome = card.state === 'returned' ? 'returned' : 'approved'
  return (
    <>
      <ol className="publication-steps">
        <li>
          {words.say('publication.requested', byWhom(words, card.requested))}
          {' · '}
          <Link to={`/drafts/${card.draft}`}>{words.say('draft.title')}</Link>
          {' · '}
          {card.base === null ? words.say('drafts.new') : words.say('drafts.from', { version: card.base })}
        </li>
        {reviewed === null ? null : <li>{words.say(`publication.${outcome}`, byWhom(words, reviewed))}</li>}
        {ordered === null ? null : <li>{words.say('publication.ordered', byWhom(words, ordered))}</li>}
        {withdrawn === null ? null : <li>{words.say('publication.withdrawn', byWhom(words, withdrawn))}</li>}
        {card.state === 'published' && endedAt !== null ? (
          <li>{words.say('publication.published', { moment: words.moment(endedAt, { year: false }) })}</li>
        ) : null}
      </ol>
      {card.remarks === '' ? null : (
        <Callout tone={card.state === 'returned' ? 'no' : 'you'} title={words.say('publication.remarks')}>
          <p className="publication-notes">{card.remarks}</p>
        </Callout>
      )}
      <WhyRefused title={words.say('publication.refused')} problems={card.problems} />
    </>
  )
}

/** What whoever looks may do with the request. */
function Actions({ organisation, found }: { organisation: string; found: OutputOf<typeof getPublication> }): ReactNode {
  const { say } = useWords()
  const [remarks, write] = useState('')
  const review = useCommand(reviewPublication)
  const publish = useCommand(publishPackage)
  const withdraw = useCommand(withdrawPublication)
  const { may } = found
  const { publication } = found.publication
  const of = { organisation, publication }
  const busy = review.isPending || publish.isPending || withdraw.isPending
  const error = review.error ?? publish.error ?? withdraw.error
  if (!may.review && !may.publish && !may.withdraw && error === null) return null
  return (
    <section className="publication-actions" aria-label={say('publication.actions')}>
      {may.review ? (
        <label className="field">
          <span>{say('publication.write-remarks')}</span>
          <textarea
            className="input"
            rows={3}
            maxLength={5000}
            value={remarks}
            onChange={event => write(event.target.value)}
          />
        </label>
      ) : null}
      <div className="actions">
        {may.review ? (
          <>
            <BusyButton className="button" busy={busy} onClick={() => review.mutate({ ...of, approve: true, remarks })}>
              {say('publication.approve')}
            </BusyButton>
            <BusyButton
              className="button button-quiet"
              busy={busy}
              onClick={() => review.mutate({ ...of, approve: false, remarks })}
            >
              {say('publication.return')}
            </BusyButton>
          </>
        ) : null}
        {may.publish ? (
          <BusyButton className="button" busy={busy} onClick={() => publish.mutate(of)}>
            {say('publication.publish')}
          </BusyButton>
        ) : null}
        {may.withdraw ? (
          <BusyButton className="button button-quiet" busy={busy} onClick={() => withdraw.mutate(of)}>
            {say('publication.withdraw')}
          </BusyButton>
        ) : null}
      </div>
      {error === null ? null : <RefusalNote problem={error.problem} />}
    </section>
  )
}
