import { useQuery } from '@tanstack/react-query'
import { checkDraft, getDraft, getRevision, nextVersion, requestPublication } from '@tereze/studio/contract'
import { ask, BusyButton, commandOf, Failure, Page, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { type FormEvent, type ReactNode, useMemo } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { ProblemsPane } from '../draft/problems-pane.tsx'
import { useWords } from '../words/words.ts'
import type { OpenedDraft } from '../work/use-work.ts'
import { type Files, filesOf } from './changed-paths.ts'
import { Changes } from './changes.tsx'

const useCommand = commandOf('studio')
const nothing: Files = new Map()

/** Asks for a draft to be published, at `/drafts/{draft}/publish`. */
export function RequestPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const { draft = '' } = useParams()
  const query = useQuery({
    queryKey: ['studio', 'asked', organisation, draft],
    queryFn: ({ signal }) => ask(getDraft, { organisation, draft }, { signal }),
    gcTime: 0,
  })
  return (
    <Page title={words.say('request.title')} wide>
      <p className="soft back">
        <Link to={`/drafts/${draft}`}>
          {query.data === undefined ? words.say('draft.title') : words.pick(query.data.draft.title)}
        </Link>
        {query.data?.draft.kind === 'service' || query.data?.draft.kind === 'situation' ? (
          <>
            {' · '}
            <Link to={`/drafts/${draft}/bench`}>{words.say('bench.title')}</Link>
          </>
        ) : null}
      </p>
      <h1>{words.say('request.title')}</h1>
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : <Request opened={query.data} organisation={organisation} />}
    </Page>
  )
}

function Request({ opened, organisation }: { opened: OpenedDraft; organisation: string }): ReactNode {
  const words = useWords()
  const navigate = useNavigate()
  const { draft, base, revision, kind } = opened.draft
  const check = useQuery({
    queryKey: ['studio', 'check', organisation, draft, revision],
    queryFn: ({ signal }) => ask(checkDraft, { organisation, draft }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const published = useQuery({
    queryKey: ['studio', 'revision', organisation, draft, base?.revision ?? 1],
    queryFn: ({ signal }) => ask(getRevision, { organisation, draft, revision: base?.revision ?? 1 }, { signal }),
    enabled: base !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const problems = useMemo(
    () => (check.data?.problems ?? []).map(({ message, ...rest }) => ({ ...rest, message: message[words.language] })),
    [check.data, words.language],
  )
  const command = useCommand(requestPublication, ({ publication }) => void navigate(`/publications/${publication}`))
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '').trim()
    command.mutate({
      organisation,
      draft,
      revision,
      version: value('version'),
      name: value('name'),
      notes: value('notes'),
      ...(value('trial') === '' ? {} : { trial: Number(value('trial')) }),
    })
  }
  const before = base === null ? nothing : published.data === undefined ? null : filesOf(published.data.files)
  return (
    <>
      <form className="begin" onSubmit={send}>
        <label className="field">
          <span>{words.say('request.version')}</span>
          <input
            className="input"
            name="version"
            defaultValue={nextVersion(base?.version ?? null)}
            pattern="[0-9]{1,5}\.[0-9]{1,5}\.[0-9]{1,5}"
            required
            aria-describedby="version-hint"
          />
          <span className="hint" id="version-hint">
            {base === null ? words.say('request.first') : words.say('request.version-hint', { version: base.version })}
          </span>
        </label>
        <label className="field">
          <span>{words.say('request.name')}</span>
          <input className="input" name="name" minLength={3} maxLength={200} required />
        </label>
        <label className="field">
          <span>{words.say('request.notes')}</span>
          <textarea className="input" name="notes" rows={4} maxLength={5000} />
        </label>
        {kind === 'service' && base !== null ? (
          <label className="field">
            <span>{words.say('request.trial')}</span>
            <input
              className="input"
              name="trial"
              type="number"
              inputMode="numeric"
              min={1}
              max={50}
              aria-describedby="trial-hint"
            />
            <span className="hint" id="trial-hint">
              {words.say('request.trial-hint')}
            </span>
          </label>
        ) : null}
        {command.error ? <RefusalNote problem={command.error.problem} /> : null}
        <BusyButton type="submit" className="button" busy={command.isPending}>
          {words.say('request.do')}
        </BusyButton>
        <p className="soft">{words.say('request.then')}</p>
      </form>
      <ProblemsPane
        check={check}
        problems={problems}
        open={(path, place) => {
          const search = new URLSearchParams({ file: path, ...(place === null ? {} : { place }) })
          void navigate(`/drafts/${draft}?${search}`)
        }}
      />
      {before === null ? <Waiting lines={4} /> : <Changes before={before} after={filesOf(opened.files)} />}
    </>
  )
}
