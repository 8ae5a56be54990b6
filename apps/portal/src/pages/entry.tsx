import { openCase } from '@tereze/cases/contract'
import { listCatalogue } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import { listOwnSituations } from '@tereze/situations/contract'
import { isProblem, type Problem, refusalProblem } from '@tereze/ui-client'
import { Back, Button, ButtonLink, Drawing, isDrawing, Journey, JourneyStep } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, type PageContext, page } from '../page.ts'
import type { Ui } from '../ui.ts'

interface EntryPage {
  readonly entry: OutputOf<typeof listCatalogue>['items'][number]
  /** The person's own situation of this kind, where there is one. */
  readonly own: string | null
}

async function load(
  kind: 'situation' | 'service',
  { client, params, visitor }: PageContext,
): Promise<EntryPage | Problem> {
  const catalogue = await client.call(listCatalogue, {})
  if (isProblem(catalogue)) return catalogue
  const entry = catalogue.items.find(item => item.kind === kind && item.id === params.id)
  if (entry === undefined) return noSuchEntry
  if (visitor.person === null) return { entry, own: null }
  const situations = await client.call(listOwnSituations, { person: visitor.person })
  const own = isProblem(situations) ? undefined : situations.items.find(card => card.kind === entry.id)
  return { entry, own: own?.situation ?? null }
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

function view({ entry, own }: EntryPage, ui: Ui): ReactNode {
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
      <div className="actions">
        {own !== null ? (
          <ButtonLink href={addresses.situation(own)}>{ui.t('entry.open')}</ButtonLink>
        ) : ui.visitor.person !== null && entry.applyTo !== undefined ? (
          <form method="post">
            <HiddenFields ui={ui} />
            <Button>{ui.t('entry.apply')}</Button>
          </form>
        ) : ui.visitor.person === null ? (
          <ButtonLink href={ui.signIn(ui.address)}>{ui.t('sign-in.button')}</ButtonLink>
        ) : null}
      </div>
    </>
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

/** Begins an application: a case of the person, in which the form is asked as soon as what is known has come. */
async function apply(context: PageContext, form: URLSearchParams): Promise<Acted<never>> {
  const { client, visitor, params } = context
  const found = await load('service', context)
  if (isProblem(found)) return { problem: found }
  const { applyTo } = found.entry
  if (applyTo === undefined || visitor.person === null) return { redirect: addresses.entry('service', params.id ?? '') }
  const opened = await client.call(openCase, {
    organisation: applyTo,
    service: found.entry.id,
    person: visitor.person,
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
