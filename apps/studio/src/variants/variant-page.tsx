import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from '@tereze/operation'
import { getVariant, upgradeVariant } from '@tereze/studio/contract'
import { ask, commandOf, Failure, Page, RefusalNote, useOrganisations, useSession, Waiting } from '@tereze/ui-app'
import { Callout } from '@tereze/ui-components'
import { VariantDifferences, VariantUpgrade } from '@tereze/ui-editors'
import type { ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useBodies } from '../regulations/use-bodies.ts'
import { useWords } from '../words/words.ts'
import './variants.css'

const useCommand = commandOf('studio')

/** A variant at `/variants/:package`: only what differs from its template, and what a newer template brings, collides with and leaves. */
export function VariantPage(): ReactNode {
  const { package: id = '' } = useParams()
  const { say } = useWords()
  const { organisation } = useSession()
  const query = useQuery({
    queryKey: ['studio', 'variant', organisation, id],
    queryFn: ({ signal }) => ask(getVariant, { organisation, package: id }, { signal }),
  })
  return (
    <Page title={say('variants.title')}>
      <p className="soft back">
        <Link to="/variants">{say('variants.title')}</Link>
      </p>
      {query.isPending ? <Waiting lines={8} /> : null}
      {query.isError ? <Failure problem={query.error.problem} again={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : <Found found={query.data} />}
    </Page>
  )
}

function Found({ found }: { found: OutputOf<typeof getVariant> }): ReactNode {
  const words = useWords()
  const { say, language } = words
  const { organisation, roles } = useSession()
  const organisations = useOrganisations()
  const { names } = useBodies()
  const navigate = useNavigate()
  const upgrade = useCommand(
    upgradeVariant,
    ({ draft }) => void navigate(`/drafts/${draft}?file=digital-regulation.json`),
  )
  const { variant, state, act, template, newest, draft, own } = found
  const mayMove = own && roles.includes('developer')
  const read = { act, template, names, language }
  return (
    <div className="variant">
      <h1>{words.pick(variant.title)}</h1>
      <p>
        <span className={`variants-mark variants-${state}`}>{say(`variants.state.${state}`)}</span>
      </p>
      <dl className="variant-card">
        <div>
          <dt>{say('variants.service')}</dt>
          <dd>{`${words.pick(template.name)} ${template.version}`}</dd>
        </div>
        <div>
          <dt>{say('variants.body')}</dt>
          <dd>{organisations(variant.owner)}</dd>
        </div>
        <div>
          <dt>{say('variants.version')}</dt>
          <dd>
            <Link to={`/versions/service/${variant.package}`}>{variant.version}</Link>
          </dd>
        </div>
        {draft === null ? null : (
          <div>
            <dt>{say('variants.draft')}</dt>
            <dd>
              <Link to={`/drafts/${draft}?file=digital-regulation.json`}>{say('variants.open-draft')}</Link>
            </dd>
          </div>
        )}
      </dl>
      <section>
        <h2>{say('variants.differs')}</h2>
        <VariantDifferences {...read} />
      </section>
      {newest === null ? null : (
        <section>
          <h2>{say('variants.newer', { version: newest.version })}</h2>
          <p className="soft">{say(mayMove ? 'variants.newer-text' : 'variants.newer-other')}</p>
          {upgrade.error ? <RefusalNote problem={upgrade.error.problem} /> : null}
          <VariantUpgrade
            {...read}
            next={newest}
            busy={upgrade.isPending}
            apply={
              mayMove
                ? ({ take, keep }) =>
                    upgrade.mutate({
                      organisation,
                      package: variant.package,
                      to: newest.version,
                      take: [...take],
                      keep: [...keep],
                    })
                : null
            }
          />
        </section>
      )}
      {newest === null ? <Callout tone="done" title={say('variants.current')} /> : null}
    </div>
  )
}
