import { useQuery } from '@tanstack/react-query'
import { beginRegulation } from '@tereze/regulations/contract'
import { listDrafts } from '@tereze/studio/contract'
import { ask, BusyButton, commandOf, Failure, Page, useSession, Waiting } from '@tereze/ui-app'
import { PageState } from '@tereze/ui-components'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useWords } from '../words/words.ts'
import { StepProblem } from './step-problem.tsx'

const useCommand = commandOf('regulations')

/** Begins the life of the regulation that a draft holds, at `/regulations/begin`. */
export function BeginLifePage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const navigate = useNavigate()
  const [draft, choose] = useState('')
  const query = useQuery({
    queryKey: ['studio', 'drafts', organisation, 'services'],
    queryFn: ({ signal }) => ask(listDrafts, { organisation }, { signal }),
  })
  const begin = useCommand(
    beginRegulation,
    ({ regulation }) => void navigate(`/regulations/${organisation}/${regulation}`),
  )
  const drafts = (query.data?.items ?? []).filter(({ kind }) => kind === 'service')
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const chosen = drafts.find(one => one.draft === draft)
    if (chosen !== undefined) begin.mutate({ organisation, draft, revision: chosen.revision })
  }
  return (
    <Page title={words.say('regulations.begin')}>
      <p className="soft back">
        <Link to="/regulations">{words.say('regulations.title')}</Link>
      </p>
      <h1>{words.say('regulations.begin')}</h1>
      {query.isPending ? <Waiting lines={4} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.isSuccess && drafts.length === 0 ? (
        <PageState drawing="empty" title={words.say('drafts.none')} small>
          <p>{words.say('regulations.begin-text')}</p>
        </PageState>
      ) : null}
      {drafts.length === 0 ? null : (
        <form className="begin" onSubmit={send}>
          <p>{words.say('regulations.begin-text')}</p>
          <label className="field">
            <span>{words.say('draft.title')}</span>
            <select className="input" value={draft} required onChange={event => choose(event.target.value)}>
              <option value="" />
              {drafts.map(one => (
                <option key={one.draft} value={one.draft}>
                  {words.pick(one.title)}
                </option>
              ))}
            </select>
          </label>
          <StepProblem error={begin.error} />
          <BusyButton type="submit" className="button" busy={begin.isPending}>
            {words.say('regulations.begin')}
          </BusyButton>
        </form>
      )}
    </Page>
  )
}
