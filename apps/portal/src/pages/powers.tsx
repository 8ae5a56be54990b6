import { givePower, listPowers } from '@tereze/access/contract'
import { listCatalogue } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import { isProblem, type Problem } from '@tereze/ui-client'
import {
  Actions,
  Back,
  Button,
  ButtonLink,
  ChoiceField,
  ChoicesField,
  DayField,
  Links,
  PageState,
  TextField,
} from '@tereze/ui-components'
import { addresses } from '../addresses.ts'
import { gather } from '../gather.ts'
import { HiddenFields } from '../hidden-fields.tsx'
import { type Acted, type PageContext, page } from '../page.ts'
import { PowerRow } from '../power-row.tsx'
import { ProblemCallout } from '../problem-callout.tsx'
import { TiePanes } from '../tie-panes.tsx'

type Powers = OutputOf<typeof listPowers>

/** Whose powers are looked after: of whom one acts for, else one's own. */
const principalOf = ({ visitor }: Pick<PageContext, 'visitor'>) =>
  visitor.acting?.id ?? visitor.self ?? visitor.person ?? ''

/** Who may act for oneself or the one acted for, by registers and by powers, ever. */
export const powers = page<Powers>({
  path: '/me/powers',
  signIn: true,
  forOrganisations: true,
  title: ({ name }, ui) => ui.t('powers.title', { name: ui.say(name) }),
  load: context => context.client.call(listPowers, { principal: principalOf(context) }),
  view: ({ name, ties, powers: given, givable }, ui) => (
    <>
      <Back href={addresses.acting}>{ui.t('acting.title')}</Back>
      <h1>{ui.t('powers.title', { name: ui.say(name) })}</h1>
      {givable === null ? null : (
        <Actions>
          <ButtonLink href={addresses.givePower}>{ui.t('powers.give')}</ButtonLink>
        </Actions>
      )}
      {ties.length === 0 ? null : (
        <section>
          <h2>{ui.t('powers.by-law')}</h2>
          <TiePanes ties={ties} ui={ui} />
        </section>
      )}
      <section>
        <h2>{ui.t('powers.given')}</h2>
        {given.length === 0 ? (
          <PageState drawing="empty" small title={ui.t('powers.given.none')} />
        ) : (
          <Links>
            {given.map(power => (
              <PowerRow key={power.power} power={power} name={power.delegate.name} ui={ui} />
            ))}
          </Links>
        )}
      </section>
    </>
  ),
})

interface Giving {
  readonly own: Powers
  readonly services: OutputOf<typeof listCatalogue>
}

/** What was written in the form. */
interface Written {
  readonly identifier: string
  readonly family: string
  readonly codes: readonly string[]
  readonly services: readonly string[]
  readonly from: string
  readonly until: string
  readonly depth: string
  readonly problem: Problem | null
}

const chosen = (form: URLSearchParams, name: string) => form.getAll(`${name}/-`).filter(value => value !== '')

function written(form: URLSearchParams, problem: Problem | null): Written {
  const text = (name: string) => (form.get(name) ?? '').trim()
  return {
    identifier: text('identifier'),
    family: text('family'),
    codes: chosen(form, 'codes'),
    services: chosen(form, 'services'),
    from: text('from'),
    until: text('until'),
    depth: text('depth'),
    problem,
  }
}

/** Offers somebody a power. */
export const givePowerPage = page<Giving, Written>({
  path: '/me/powers/give',
  signIn: true,
  forOrganisations: true,
  title: ({ own }, ui) => ui.t('powers.give.title', { name: ui.say(own.name) }),
  load: context =>
    gather({
      own: context.client.call(listPowers, { principal: principalOf(context) }),
      services: context.client.call(listCatalogue, {}),
    }),
  async act(context, form): Promise<Acted<Written>> {
    const { identifier, family, codes, services, from, until, depth } = written(form, null)
    const reply = await context.client.call(
      givePower,
      {
        principal: principalOf(context),
        delegate: { identifier, family },
        scope: { codes: [...codes], services: services.length === 0 ? null : [...services], depth: Number(depth) || 0 },
        from,
        until,
      },
      { idempotencyKey: form.get('_once') ?? '' },
    )
    if (!isProblem(reply)) return { redirect: addresses.power(reply.power) }
    const problem: Problem = reply
    return problem.kind === 'refused' && problem.status < 500 ? { again: written(form, problem) } : { problem }
  },
  keep: (_, form) => written(form, null),
  view: ({ own: { name, givable }, services }, ui, again) => (
    <>
      <Back href={addresses.powers}>{ui.t('nav.powers')}</Back>
      <h1>{ui.t('powers.give.title', { name: ui.say(name) })}</h1>
      {again?.problem ? <ProblemCallout problem={again.problem} ui={ui} /> : null}
      {givable === null ? (
        <PageState drawing="closed" small title={ui.t('powers.not-yours')} />
      ) : (
        <form method="post" className="form">
          <HiddenFields ui={ui} />
          <p className="lead">{ui.t('powers.give.lead')}</p>
          <TextField
            name="identifier"
            label={ui.t('powers.identifier')}
            hint={ui.t('powers.identifier.hint')}
            value={again?.identifier ?? ''}
            width="medium"
          />
          <TextField name="family" label={ui.t('powers.family')} value={again?.family ?? ''} width="medium" />
          <ChoicesField
            name="codes"
            label={ui.t('powers.codes')}
            values={again?.codes ?? []}
            options={givable.codes.map(({ code, title }) => ({ value: code, text: ui.say(title) }))}
          />
          <ChoicesField
            name="services"
            label={ui.t('powers.services')}
            hint={ui.t('powers.services.hint')}
            values={again?.services ?? []}
            options={services.items
              .filter(({ kind, id }) => kind === 'service' && (givable.services?.includes(id) ?? true))
              .map(({ id, title }) => ({ value: id, text: ui.say(title) }))}
          />
          <DayField name="from" label={ui.t('powers.from')} value={again?.from ?? ui.today} />
          <DayField name="until" label={ui.t('powers.until')} value={again?.until ?? ''} />
          {givable.depth === 0 ? null : (
            <ChoiceField
              name="depth"
              label={ui.t('powers.depth')}
              value={again?.depth ?? '0'}
              options={Array.from({ length: givable.depth + 1 }, (_, depth) => ({
                value: String(depth),
                text: depth === 0 ? ui.t('powers.depth.0') : ui.t('powers.depth.n', { count: depth }),
              }))}
            />
          )}
          <Actions>
            <Button>{ui.t('powers.send')}</Button>
            <a href={addresses.powers}>{ui.t('nav.powers')}</a>
          </Actions>
        </form>
      )}
    </>
  ),
})
