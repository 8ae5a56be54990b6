import { answerPower, endPower, getPower, type PowerView } from '@tereze/access/contract'
import { listCatalogue } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem } from '@tereze/ui-client'
import { Actions, Back, Button, Facts, Tag, TextAreaField } from '@tereze/ui-components'
import type { ReactNode } from 'react'
import { addresses } from '../addresses.ts'
import { gather } from '../gather.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, page } from '../page.ts'
import { powerTone } from '../power-row.tsx'
import { ProblemCallout } from '../problem-callout.tsx'
import type { Ui } from '../ui.ts'

interface OnePower {
  readonly power: PowerView
  readonly services: OutputOf<typeof listCatalogue>
}

function servicesOf({ power, services }: OnePower, ui: Ui): string {
  const only = power.scope.services
  if (only === null) return ui.t('powers.services.all')
  const titles = only.map(id => {
    const entry = services.items.find(item => item.kind === 'service' && item.id === id)
    return entry === undefined ? id : ui.say(entry.title)
  })
  return ui.t('powers.services.only', { services: titles.join(', ') })
}

/** What happened to a power, in order. */
function history(
  { offeredAt, answeredAt, endedAt, endedBy, reason, state, file }: PowerView,
  ui: Ui,
): [string, string][] {
  const answer = state === 'refused' ? 'power.answered.refused' : 'power.answered.accepted'
  const end = endedBy === null ? ui.t('power.revoked') : ui.t('power.ended', { name: ui.say(endedBy.name) })
  return [
    [offeredAt, ui.t(file === null ? 'power.offered' : 'power.brought')],
    ...(answeredAt === null || file !== null ? [] : [[answeredAt, ui.t(answer)] as [string, string]]),
    ...(endedAt === null ? [] : [[endedAt, reason === null ? end : `${end} — ${reason}`] as [string, string]]),
  ]
}

function Answer({ ui }: { ui: Ui }): ReactNode {
  return (
    <form method="post" className="form above">
      <HiddenFields ui={ui} />
      <Actions>
        <Button name="do" value="accept">
          {ui.t('power.accept')}
        </Button>
        <Button kind="quiet" name="do" value="refuse">
          {ui.t('power.refuse')}
        </Button>
      </Actions>
    </form>
  )
}

function End({ ui }: { ui: Ui }): ReactNode {
  return (
    <form method="post" className="form above">
      <HiddenFields ui={ui} />
      <h2>{ui.t('power.end')}</h2>
      <p>{ui.t('power.end.lead')}</p>
      <TextAreaField name="reason" label={ui.t('power.reason')} maxLength={500} />
      <Actions>
        <Button kind="quiet" name="do" value="end">
          {ui.t('power.end')}
        </Button>
      </Actions>
    </form>
  )
}

/** One power: who, for whom, what, until when, what happened; accepted, refused and ended here. */
export const power = page<OnePower, { readonly problem: Problem }>({
  path: '/me/powers/:power',
  signIn: true,
  forOrganisations: true,
  title: ({ power: { delegate } }, ui) => ui.t('power.title', { delegate: ui.say(delegate.name) }),
  load: ({ client, params }) =>
    gather({ power: client.call(getPower, { power: params.power ?? '' }), services: client.call(listCatalogue, {}) }),
  async act({ client, params }, form): Promise<Acted<{ readonly problem: Problem }>> {
    const id = params.power ?? ''
    const does = form.get('do')
    const reason = (form.get('reason') ?? '').trim()
    const reply =
      does === 'end'
        ? await client.call(endPower, { power: id, ...(reason === '' ? {} : { reason }) })
        : await client.call(answerPower, { power: id, accept: does === 'accept' })
    if (!isProblem(reply)) return { redirect: addresses.power(id) }
    const problem: Problem = reply
    return problem.kind === 'refused' && problem.status < 500 ? { again: { problem } } : { problem }
  },
  view: (of, ui, again) => {
    const { principal, delegate, givenBy, titles, from, until, state, scope, may, file } = of.power
    const lines: [string, ReactNode][] = [
      [ui.t('power.for'), ui.say(principal.name)],
      [ui.t('power.delegate'), ui.say(delegate.name)],
      [ui.t('power.given-by'), ui.say(givenBy.name)],
      [ui.t('power.what'), `${titles.map(title => ui.say(title)).join(' · ')} — ${servicesOf(of, ui)}`],
      [ui.t('power.days'), ui.t('power.days.value', { from: ui.date(from), until: ui.date(until) })],
      [
        ui.t('power.depth'),
        file !== null
          ? ui.t('power.depth.file')
          : scope.depth === 0
            ? ui.t('power.depth.no')
            : ui.t('powers.depth.n', { count: scope.depth }),
      ],
      ...(file === null
        ? []
        : ([
            [ui.t('power.file'), file.number],
            [ui.t('power.confirmed'), ui.t('power.confirmed.until', { date: ui.date(file.confirmedUntil) })],
          ] satisfies [string, ReactNode][])),
    ]
    return (
      <>
        <Back href={addresses.acting}>{ui.t('acting.title')}</Back>
        <h1>{ui.t('power.title', { delegate: ui.say(delegate.name) })}</h1>
        {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
        <p>
          <Tag tone={powerTone[state]}>{ui.t(`power.state.${state}`)}</Tag>
        </p>
        <Facts wide lines={lines.map(([label, value]) => ({ key: label, label, value }))} />
        {may.includes('answer') ? <Answer ui={ui} /> : null}
        <h2>{ui.t('power.history')}</h2>
        <ul>
          {history(of.power, ui).map(([at, what]) => (
            <li key={`${at} ${what}`}>
              {ui.instant(at)} — {what}
            </li>
          ))}
        </ul>
        {may.includes('end') ? <End ui={ui} /> : null}
      </>
    )
  },
})
