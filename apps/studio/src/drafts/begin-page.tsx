import { useQuery } from '@tanstack/react-query'
import type { InputOf } from '@tereze/operation'
import { beginDraft, type DraftKind, listPackages } from '@tereze/studio/contract'
import { ask, BusyButton, commandOf, Failure, Page, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useWords } from '../words/words.ts'

const useCommand = commandOf('studio')
const ways = ['published', 'regulation', 'blank'] as const
type Way = (typeof ways)[number]
const kinds: readonly DraftKind[] = ['service', 'situation', 'register', 'contract', 'process']

/** Begins a draft at `/begin`: of a published package, of a digital regulation, or from a blank page. */
export function BeginPage(): ReactNode {
  const words = useWords()
  const { organisation } = useSession()
  const navigate = useNavigate()
  const [way, choose] = useState<Way>('published')
  const [regulation, setRegulation] = useState('')
  const published = useQuery({
    queryKey: ['studio', 'packages', organisation],
    queryFn: ({ signal }) => ask(listPackages, { organisation }, { signal }),
  })
  const begin = useCommand(beginDraft, ({ draft }) => void navigate(`/drafts/${draft}`))
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '').trim()
    begin.mutate({ organisation, from: fromOf(way, value, regulation) })
  }
  return (
    <Page title={words.say('begin.title')}>
      <p className="soft back">
        <Link to="/">{words.say('drafts.title')}</Link>
      </p>
      <h1>{words.say('begin.title')}</h1>
      {published.isPending ? <Waiting lines={6} /> : null}
      {published.isError ? <Failure problem={published.error.problem} again={() => void published.refetch()} /> : null}
      {published.data === undefined ? null : (
        <form className="begin" onSubmit={send}>
          <fieldset className="begin-ways">
            <legend>{words.say('begin.from')}</legend>
            {ways.map(one => (
              <label key={one} className="choice">
                <input type="radio" name="way" value={one} checked={way === one} onChange={() => choose(one)} />
                <span>{words.say(`begin.${one}`)}</span>
              </label>
            ))}
          </fieldset>
          {way === 'published' ? (
            <label className="field">
              <span>{words.say('begin.package')}</span>
              <select className="input" name="package" required>
                {published.data.items.map(one => (
                  <option key={`${one.kind}:${one.package}`} value={`${one.kind}:${one.package}`}>
                    {`${words.pick(one.title)} · ${words.say(`kind.${one.kind}`)} ${one.version}`}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          {way === 'regulation' ? (
            <label className="field">
              <span>{words.say('begin.file')}</span>
              <input
                className="input"
                type="file"
                accept=".json,application/json"
                required
                onChange={async event => setRegulation((await event.target.files?.[0]?.text()) ?? '')}
              />
            </label>
          ) : null}
          {way === 'blank' ? (
            <>
              <label className="field">
                <span>{words.say('begin.kind')}</span>
                <select className="input" name="kind">
                  {kinds.map(kind => (
                    <option key={kind} value={kind}>
                      {words.say(`kind.${kind}`)}
                    </option>
                  ))}
                </select>
              </label>
              {(['en', 'ru', 'kk'] as const).map(language => (
                <label key={language} className="field">
                  <span>{words.say(`begin.name-${language}`)}</span>
                  <input className="input" name={language} lang={language} maxLength={200} required />
                </label>
              ))}
              <label className="field">
                <span>{words.say('begin.id')}</span>
                <input
                  className="input"
                  name="id"
                  pattern="[a-z][a-z0-9\-]{1,79}"
                  title={words.say('begin.id-hint')}
                  maxLength={80}
                  required
                  aria-describedby="begin-id-hint"
                />
                <span className="hint" id="begin-id-hint">
                  {words.say('begin.id-hint')}
                </span>
              </label>
            </>
          ) : null}
          {begin.error ? <RefusalNote problem={begin.error.problem} /> : null}
          <BusyButton type="submit" className="button" busy={begin.isPending}>
            {words.say('begin.do')}
          </BusyButton>
        </form>
      )}
    </Page>
  )
}

function fromOf(way: Way, value: (name: string) => string, regulation: string): InputOf<typeof beginDraft>['from'] {
  if (way === 'regulation') return { begin: way, regulation }
  if (way === 'published') {
    const [kind = '', ...id] = value('package').split(':')
    return { begin: way, kind: kind as DraftKind, package: id.join(':') }
  }
  const title = { en: value('en'), ru: value('ru'), kk: value('kk') }
  return { begin: way, kind: value('kind') as DraftKind, package: value('id'), title }
}
