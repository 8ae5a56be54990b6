import { useQuery } from '@tanstack/react-query'
import { grantRole, listRoles, type RoleHolder, withdrawRole } from '@tereze/identity/contract'
import { ask, BusyButton, commandOf, Failure, Page, RefusalNote, roleWord, useSession, Waiting } from '@tereze/ui-app'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../words/words.ts'
import { endOfDay, lastMomentBefore } from './end-of-day.ts'
import './roles.css'

const useCommand = commandOf('studio')

/** The words of a role; its id where it has none. */
function useRoleWords(): (role: string) => string {
  const { say } = useWords()
  return role => {
    const key = roleWord(role)
    return key === null ? role : say(key)
  }
}

/** Who makes services in one's organisation at `/roles`: the head gives and takes the roles for it. */
export function RolesPage(): ReactNode {
  const { say, name } = useWords()
  const { organisation } = useSession()
  const [typed, type] = useState('')
  const query = useQuery({
    queryKey: ['studio', 'roles', organisation],
    queryFn: ({ signal }) => ask(listRoles, { organisation }, { signal }),
  })
  const { items = [], roles = [] } = query.data ?? {}
  const wanted = typed.trim().toLowerCase()
  const shown = items.filter(one =>
    wanted === '' ? one.roles.length > 0 : name(one.name).toLowerCase().includes(wanted),
  )
  return (
    <Page title={say('roles.title')} wide>
      <div className="drafts-head">
        <h1>{say('roles.title')}</h1>
      </div>
      <p>{say('roles.text')}</p>
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.isSuccess ? (
        <>
          <label className="field roles-search">
            <span>{say('roles.search')}</span>
            <input className="input" type="search" value={typed} onChange={event => type(event.target.value)} />
          </label>
          {shown.length === 0 ? (
            <p role="status">{say(wanted === '' ? 'roles.nobody' : 'roles.none-found')}</p>
          ) : (
            <ul className="draft-cards">
              {shown.slice(0, 60).map(holder => (
                <Holder key={holder.official} holder={holder} roles={roles} />
              ))}
            </ul>
          )}
        </>
      ) : null}
    </Page>
  )
}

function Holder({ holder, roles }: { holder: RoleHolder; roles: readonly string[] }): ReactNode {
  const { say, name, day } = useWords()
  const wordOf = useRoleWords()
  const { organisation, id } = useSession()
  const [isGiving, give] = useState(false)
  const withdraw = useCommand(withdrawRole)
  const { official } = holder
  const free = roles.filter(role => !holder.roles.some(held => held.role === role))
  return (
    <li className="pane">
      <h2>{name(holder.name)}</h2>
      {holder.roles.length === 0 ? <p className="soft">{say('roles.none')}</p> : null}
      <ul className="roles-held">
        {holder.roles.map(({ role, given, until }) => (
          <li key={role}>
            <span>
              <strong>{wordOf(role)}</strong>
              <span className="soft">
                {given === null
                  ? say('roles.appointed')
                  : say('roles.given', {
                      moment: day(given.at),
                      name: given.by === null ? say('here.somebody') : name(given.by),
                    })}
                {until === null ? '' : ` · ${say('roles.until', { moment: day(lastMomentBefore(until)) })}`}
              </span>
            </span>
            <BusyButton
              className="button button-plain"
              busy={withdraw.isPending}
              onClick={() => withdraw.mutate({ organisation, official, role })}
            >
              {say('roles.take')}
              <span className="hidden-text">{`: ${wordOf(role)}, ${name(holder.name)}`}</span>
            </BusyButton>
          </li>
        ))}
      </ul>
      {withdraw.error ? <RefusalNote problem={withdraw.error.problem} /> : null}
      {official === id ? <p className="soft">{say('roles.own')}</p> : null}
      {official !== id && free.length > 0 && !isGiving ? (
        <button type="button" className="button button-quiet" onClick={() => give(true)}>
          {say('roles.give')}
          <span className="hidden-text">{`: ${name(holder.name)}`}</span>
        </button>
      ) : null}
      {isGiving ? <Give official={official} roles={free} done={() => give(false)} /> : null}
    </li>
  )
}

function Give(of: { official: string; roles: readonly string[]; done: () => void }): ReactNode {
  const { say } = useWords()
  const wordOf = useRoleWords()
  const { organisation } = useSession()
  const grant = useCommand(grantRole, of.done)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const role = String(form.get('role') ?? '')
    grant.mutate({ organisation, official: of.official, role, until: endOfDay(String(form.get('until') ?? '')) })
  }
  return (
    <form className="roles-give" onSubmit={send}>
      <label className="field">
        <span>{say('roles.role')}</span>
        <select className="input" name="role">
          {of.roles.map(role => (
            <option key={role} value={role}>
              {wordOf(role)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{say('roles.term')}</span>
        <input className="input" name="until" type="date" />
      </label>
      {grant.error ? <RefusalNote problem={grant.error.problem} /> : null}
      <div className="actions">
        <BusyButton type="submit" className="button" busy={grant.isPending}>
          {say('roles.give')}
        </BusyButton>
        <button type="button" className="button button-plain" onClick={of.done}>
          {say('roles.cancel')}
        </button>
      </div>
    </form>
  )
}
