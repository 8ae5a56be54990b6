import { listOwnPowers } from '@tereze/access/contract'
import { openCase } from '@tereze/cases/contract'
import { listCatalogue } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import { listOwnSituations } from '@tereze/situations/contract'
import { isProblem, type Problem, refusalProblem } from '@tereze/ui-client'
import { Actions, Back, Button, ButtonLink, Drawing, isDrawing, Journey, JourneyStep } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { ActFor } from '../act-for.tsx'
import { addresses } from '../addresses.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, type PageContext, page, type Visitor } from '../page.ts'
import { partyOf } from '../party.ts'
import type { Ui } from '../ui.ts'

type Principal = OutputOf<typeof listOwnPowers>['principals'][number]

interface EntryPage {
  readonly entry: OutputOf<typeof listCatalogue>['items'][number]
  /** The person's own situation of this kind, where there is one. */
  readonly own: string | null
  /** The firms for which the visitor may apply for it; empty where it is not for firms. */
  readonly firms: readonly Principal[]
}

async function load(
  kind: 'situation' | 'service',
  { client, params, visitor }: PageContext,
): Promise<EntryPage | Problem> {
  const catalogue = await client.call(listCatalogue, {})
  if (isProblem(catalogue)) return catalogue
  const entry = catalogue.items.find(item => item.kind === kind && item.id === params.id)
  if (entry === undefined) return noSuchEntry
  const firms = visitor.self === undefined ? [] : await firmsFor(entry, client)
  if (visitor.person === null) return { entry, own: null, firms }
  const situations = await client.call(listOwnSituations, { person: visitor.person })
  const own = isProblem(situations) ? undefined : situations.items.find(card => card.kind === entry.id)
  return { entry, own: own?.situation ?? null, firms }
}

/** The firms for which one may apply for a service that is for firms: by a register, or by a power that reaches to it. */
async function firmsFor(
  { id, audience = [] }: EntryPage['entry'],
  client: PageContext['client'],
): Promise<Principal[]> {
  if (!audience.includes('business')) return []
  const own = await client.call(listOwnPowers, {})
  if (isProblem(own)) return []
  return own.principals.filter(
    ({ kind, codes, services }) =>
      kind === 'organisation' && codes.includes('apply') && (services === null || services.includes(id)),
  )
}

/** Whether it is for those whose affairs the visitor sees now: persons, or firms. */
function isForParty({ audience }: EntryPage['entry'], { acting }: Visitor): boolean {
  return audience === undefined || audience.includes(acting?.kind === 'organisation' ? 'business' : 'person')
}

/** The catalogue is public, so what is not in it does not exist. */
const noSuchEntry = refusalProblem({
  type: 'about:blank',
  status: 404,
  code: 'catalogue.package-not-found',
  title: '',
  detail: null,
  pointer: '',
  params: {},
  also: [],
  remedy: null,
  requestId: null,
})

function view({ entry, own, firms }: EntryPage, ui: Ui): ReactNode {
  const picture = entry.picture ?? entry.id
  return (
    <>
      <Back href={addresses.home}>{ui.t('back.home')}</Back>
      <div className="entry-head">
        <div>
          <h1>{ui.say(entry.title)}</h1>
          <p className="lead">{ui.say(entry.summary)}</p>
        </div>
        {isDrawing(picture) ? <Drawing name={picture} /> : null}
      </div>
      <h2>{ui.t('entry.how')}</h2>
      <Journey>
        <JourneyStep number={1} tone="later" title={ui.t('entry.how.first')}>
          <p>{ui.t('entry.how.first.text')}</p>
        </JourneyStep>
        <JourneyStep number={2} tone="later" title={ui.t('entry.how.second')}>
          <p>{ui.t('entry.how.second.text')}</p>
        </JourneyStep>
        <JourneyStep number={3} tone="later" title={ui.t('entry.how.third')}>
          <p>{ui.t('entry.how.third.text')}</p>
        </JourneyStep>
      </Journey>
      <Way entry={entry} own={own} firms={firms} ui={ui} />
    </>
  )
}

/** The one step that leads on: to the own situation, to signing in, to the form, or first to the choice for whom one acts. */
function Way({ entry, own, firms, ui }: EntryPage & { ui: Ui }): ReactNode {
  const { visitor } = ui
  if (own !== null)
    return (
      <Actions>
        <ButtonLink href={addresses.situation(own)}>{ui.t('entry.open')}</ButtonLink>
      </Actions>
    )
  if (partyOf(visitor) === '')
    return (
      <Actions>
        <ButtonLink href={ui.signIn(ui.address)}>{ui.t('sign-in.button')}</ButtonLink>
      </Actions>
    )
  if (entry.applyTo === undefined) return null
  if (!isForParty(entry, visitor))
    return visitor.acting?.kind === 'organisation' ? <ForPersons ui={ui} /> : <ForFirms firms={firms} ui={ui} />
  return (
    <>
      {visitor.acting === undefined ? null : <p>{ui.t('entry.for', { name: visitor.acting.name })}</p>}
      <form method="post">
        <HiddenFields ui={ui} />
        <Actions>
          <Button>{ui.t('entry.apply')}</Button>
        </Actions>
      </form>
    </>
  )
}

/** A service for firms, seen by somebody who acts for none now: they choose one of those for which they may apply. */
function ForFirms({ firms, ui }: { firms: readonly Principal[]; ui: Ui }): ReactNode {
  return (
    <section>
      <h2>{ui.t('entry.firms')}</h2>
      <p>{ui.t(firms.length === 0 ? 'entry.firms.none' : 'entry.firms.choose')}</p>
      <div className="stack">
        {firms.map(({ principal, name }) => (
          <ActFor key={principal} principal={principal} to={ui.address} ui={ui}>
            {ui.t('entry.apply-for', { name: ui.say(name) })}
          </ActFor>
        ))}
      </div>
      {firms.length === 0 ? <a href={addresses.acting}>{ui.t('acting.title')}</a> : null}
    </section>
  )
}

/** A service for persons, seen by who acts for a firm: they apply as themselves. */
function ForPersons({ ui }: { ui: Ui }): ReactNode {
  return (
    <section>
      <p>{ui.t('entry.persons')}</p>
      <ActFor principal="" to={ui.address} ui={ui}>
        {ui.t('acting.bar.end')}
      </ActFor>
    </section>
  )
}

/** What a life situation is, for anyone. */
export const lifeSituation = page<EntryPage>({
  path: '/life/:id',
  signIn: false,
  title: ({ entry }, ui) => ui.say(entry.title),
  load: context => load('situation', context),
  view,
})

/** Begins an application: a case of the person, or of the firm for which they act, in which the form is asked as soon as what is known has come. */
async function apply(context: PageContext, form: URLSearchParams): Promise<Acted<never>> {
  const { client, visitor, params } = context
  const found = await load('service', context)
  if (isProblem(found)) return { problem: found }
  const { applyTo } = found.entry
  if (applyTo === undefined || partyOf(visitor) === '') return { redirect: addresses.entry('service', params.id ?? '') }
  const opened = await client.call(openCase, {
    organisation: applyTo,
    service: found.entry.id,
    person: partyOf(visitor),
    data: {},
    channel: 'portal',
    cause: null,
    key: form.get('_once') ?? context.now,
  })
  return isProblem(opened) ? { problem: opened } : { redirect: addresses.case(applyTo, opened.case) }
}

/** What a service is, for anyone; who is signed in applies for it here. */
export const service = page<EntryPage>({
  path: '/services/:id',
  signIn: false,
  title: ({ entry }, ui) => ui.say(entry.title),
  load: context => load('service', context),
  act: apply,
  view,
})
