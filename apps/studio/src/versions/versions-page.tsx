import { useQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf } from '@tereze/operation'
import { listPackageVersions, rollBackPackage } from '@tereze/studio/contract'
import { ask, BusyButton, commandOf, Failure, Page, RefusalNote, useSession, Waiting } from '@tereze/ui-app'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { VersionTrial } from '../version-trials/version-trial.tsx'
import { useWords } from '../words/words.ts'
import { Rollback } from './rollback.tsx'
import './versions.css'

const useCommand = commandOf('studio')
type Of = InputOf<typeof listPackageVersions>
type Found = OutputOf<typeof listPackageVersions>
/** While the platform carries a rollback out, milliseconds between looks. */
const soon = 1_000

/** The published versions of a package at `/versions/{kind}/{package}`: which is in use, and how to go back to an earlier one. */
export function VersionsPage(): ReactNode {
  const { say, pick } = useWords()
  const { organisation } = useSession()
  const { kind, package: id = '' } = useParams()
  const of = { organisation, kind: kind as Of['kind'], package: id }
  const query = useQuery({
    queryKey: ['studio', 'versions', organisation, kind, id],
    queryFn: ({ signal }) => ask(listPackageVersions, of, { signal }),
    refetchInterval: ({ state }) =>
      [...(state.data?.rollbacks ?? []), ...(state.data?.trialOrders ?? [])].some(one => one.state === 'ordered')
        ? soon
        : false,
  })
  const title = query.data === undefined ? say('versions.title') : pick(query.data.title)
  return (
    <Page title={title} wide>
      <p className="soft back">
        <Link to="/publications">{say('publications.title')}</Link>
      </p>
      <h1>{title}</h1>
      {query.isPending ? <Waiting lines={6} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : (
        <>
          <h2>{say('versions.title')}</h2>
          <ul className="versions">
            {query.data.versions.map(({ version, use }) => (
              <li key={version}>
                <span className="version-number">{version}</span>
                <span className={use === 'in-use' ? 'version-used' : 'soft'}>
                  {say(use === 'on-trial' && query.data.trial?.share === 0 ? 'versions.held' : `versions.${use}`)}
                </span>
              </li>
            ))}
          </ul>
          <VersionTrial of={of} found={query.data} />
          {query.data.mayRollBack && others(query.data).length > 0 ? (
            <RollBackForm key={inUse(query.data)} of={of} found={query.data} />
          ) : null}
          {query.data.rollbacks.length === 0 ? null : (
            <section>
              <h2>{say('rollback.past')}</h2>
              <ul className="draft-cards">
                {query.data.rollbacks.map(card => (
                  <Rollback key={card.rollback} card={card} />
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Page>
  )
}

/** The version that new cases begin with; empty: none. */
const inUse = (found: Found): string => found.versions.find(({ use }) => use === 'in-use')?.version ?? ''

/** Versions that one can go back to. */
const others = (found: Found) => found.versions.filter(({ use }) => use !== 'in-use' && use !== 'on-trial')

/** Lets new cases begin with another version, with a reason. */
function RollBackForm({ of, found }: { of: Of; found: Found }): ReactNode {
  const { say } = useWords()
  const used = inUse(found)
  const usual = found.versions
    .slice(found.versions.findIndex(({ use }) => use === 'in-use'))
    .find(one => one.use === 'earlier')
  const [to, choose] = useState(usual?.version ?? others(found)[0]?.version ?? '')
  const [reason, write] = useState('')
  const command = useCommand(rollBackPackage)
  return (
    <section className="publication-actions" aria-labelledby="roll-back">
      <h2 id="roll-back">{say('rollback.title')}</h2>
      <p>{say('rollback.what')}</p>
      <label className="field">
        <span>{say('rollback.to')}</span>
        <select className="input" value={to} onChange={event => choose(event.target.value)}>
          {others(found).map(({ version }) => (
            <option key={version}>{version}</option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{say('rollback.reason')}</span>
        <textarea
          className="input"
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={event => write(event.target.value)}
        />
      </label>
      <div className="actions">
        <BusyButton
          className="button"
          busy={command.isPending}
          onClick={() => command.mutate({ ...of, from: used, to, reason })}
        >
          {say('rollback.order', { version: to })}
        </BusyButton>
      </div>
      {command.error === null ? null : <RefusalNote problem={command.error.problem} />}
    </section>
  )
}
