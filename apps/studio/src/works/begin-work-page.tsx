import { useQuery } from '@tanstack/react-query'
import { beginWork, type DraftKind, listPackages } from '@tereze/studio/contract'
import { ask, BusyButton, commandOf, Failure, Page, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useWords } from '../words/words.ts'

const useCommand = commandOf('studio')
const languages = ['en', 'ru', 'kk'] as const

/** Begins a work at `/works/begin`: on something that is published, or on a new service. */
export function BeginWorkPage(): ReactNode {
  const words = useWords()
  const { say } = words
  const { organisation } = useSession()
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  const published = useQuery({
    queryKey: ['studio', 'packages', organisation],
    queryFn: ({ signal }) => ask(listPackages, { organisation }, { signal }),
  })
  const begin = useCommand(beginWork, ({ work }) => void navigate(`/works/${work}`))
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '').trim()
    const [kind = 'service', id = ''] = isNew ? ['service', value('id')] : value('package').split(':')
    const title = { en: value('en'), ru: value('ru'), kk: value('kk') }
    begin.mutate({
      organisation,
      kind: kind as DraftKind,
      package: id,
      aim: value('aim'),
      ...(isNew ? { title } : {}),
    })
  }
  return (
    <Page title={say('works.begin')}>
      <p className="soft back">
        <Link to="/works">{say('works.title')}</Link>
      </p>
      <h1>{say('works.begin')}</h1>
      {published.isPending ? <Waiting lines={6} /> : null}
      {published.isError ? <Failure problem={published.error.problem} again={() => void published.refetch()} /> : null}
      {published.data === undefined ? null : (
        <form className="begin" onSubmit={send}>
          <fieldset className="begin-ways">
            <legend>{say('work.on')}</legend>
            {[false, true].map(one => (
              <label key={String(one)} className="choice">
                <input type="radio" name="way" checked={isNew === one} onChange={() => setNew(one)} />
                <span>{say(one ? 'work.on-new' : 'begin.published')}</span>
              </label>
            ))}
          </fieldset>
          {isNew ? (
            <>
              {languages.map(language => (
                <label key={language} className="field">
                  <span>{say(`begin.name-${language}`)}</span>
                  <input className="input" name={language} lang={language} maxLength={200} required />
                </label>
              ))}
              <label className="field">
                <span>{say('begin.id')}</span>
                <input
                  className="input"
                  name="id"
                  pattern="[a-z][a-z0-9\-]{1,79}"
                  title={say('begin.id-hint')}
                  maxLength={80}
                  required
                  aria-describedby="work-id-hint"
                />
                <span className="hint" id="work-id-hint">
                  {say('begin.id-hint')}
                </span>
              </label>
            </>
          ) : (
            <label className="field">
              <span>{say('begin.package')}</span>
              <select className="input" name="package" required>
                {published.data.items.map(one => (
                  <option key={`${one.kind}:${one.package}`} value={`${one.kind}:${one.package}`}>
                    {`${words.pick(one.title)} · ${say(`kind.${one.kind}`)} ${one.version}`}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label className="field">
            <span>{say('work.aim')}</span>
            <input
              className="input"
              name="aim"
              minLength={3}
              maxLength={300}
              required
              aria-describedby="work-aim-hint"
            />
            <span className="hint" id="work-aim-hint">
              {say('work.aim-hint')}
            </span>
          </label>
          {begin.error ? <RefusalNote problem={begin.error.problem} /> : null}
          <BusyButton type="submit" className="button" busy={begin.isPending}>
            {say('begin.do')}
          </BusyButton>
        </form>
      )}
    </Page>
  )
}
