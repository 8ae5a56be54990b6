import type { CaseCard } from '@tereze/cases/contract'
import { getOrganisation, type Packages, packages, parametersOn } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { Money, Text } from '@tereze/operation'
import { evaluateJson, type Moment } from '@tereze/template'
import type { Silence } from '../contract/silent-look.ts'
import type { JourneyStep, KnownFact, MissingSource, Offer, SituationCard } from '../contract/situation.ts'
import { foresee } from '../definition/foresee.ts'
import { type SituationDefinition, type SituationStep, situationOf } from '../definition/situation.ts'
import { looksAt } from '../rules/decide-missing.ts'
import type { Seen } from '../rules/decide-situation.ts'
import { heldBackBy, type SeenFact } from '../rules/seen-fact.ts'
import { type StepState, stepState } from '../rules/step-state.ts'
import type { SilentLook } from '../store/looks.ts'
import type { OfferRow } from '../store/offers.ts'
import type { SituationRow } from '../store/situations.ts'
import { owner } from './acting.ts'
import { ownText, packageText } from './words.ts'

/** A situation with what it shows: definition, what is seen, cases and offers by service. */
export interface Sight {
  readonly all: Packages
  readonly row: SituationRow
  readonly definition: SituationDefinition
  readonly seen: Seen
  readonly moment: Moment
  readonly cases: ReadonlyMap<string, CaseCard>
  readonly offers: readonly OfferRow[]
}

/** Puts together what a situation shows. */
export function sightOf(
  context: Context,
  row: SituationRow,
  cards: readonly CaseCard[],
  offers: readonly OfferRow[],
): Sight {
  const all = context.port(packages)
  const organisation = getOrganisation(all, owner)
  const moment = { now: context.now.toISOString(), zone: organisation.zone }
  const today = String(evaluateJson('string(today())', {}, moment))
  const parameters = parametersOn(all.get('jurisdiction', organisation.jurisdiction), today)
  return {
    all,
    row,
    definition: situationOf(all.get('situation', row.kind, row.version)),
    seen: { ...row.data, parameters },
    moment,
    cases: new Map(cards.map(card => [card.service, card])),
    offers,
  }
}

/** Whether it is still to be known if a service is due, because a source has not answered. */
function waitsFor({ row, definition }: Sight, id: string | undefined): boolean {
  const service = definition.services.find(candidate => candidate.service === id)
  return service !== undefined && looksAt(service, heldBackBy(row.data.facts))
}

function stateOf(sight: Sight, step: SituationStep): StepState {
  const { seen, moment, row } = sight
  const card = step.service === undefined ? undefined : sight.cases.get(step.service)
  const offer = step.service === undefined ? undefined : sight.offers.find(({ service }) => service === step.service)
  return stepState({
    reached: step.moment === undefined || row.moments.includes(step.moment),
    by: step.by,
    isService: step.service !== undefined,
    done: step.done !== undefined && evaluateJson(step.done, seen, moment) === true,
    later: step.later !== undefined && evaluateJson(step.later, seen, moment) === true,
    waits: waitsFor(sight, step.service),
    case:
      card === undefined
        ? null
        : { status: card.status, waiting: card.waiting, hasTask: card.yourTask !== null, outcome: card.outcome },
    offer: offer?.state ?? null,
  })
}

function amountOf({ all, definition, seen, moment }: Sight, id: string | undefined): Money | null {
  const service = definition.services.find(candidate => candidate.service === id)
  if (service?.amount === undefined) return null
  const decision = foresee(all, service, seen, moment)
  return (evaluateJson(service.amount, { ...seen, decision }, moment) as Money | null) ?? null
}

/** What an amount is for, when it comes more than once: the situation says it in `per.<service>`. */
function perOf({ definition }: Sight, service: string | undefined): { per?: Text } {
  const key = `per.${service}`
  return definition.pack.messages.has(key) ? { per: packageText(definition.pack, key) } : {}
}

function isDeclined({ offers }: Sight, step: SituationStep, state: StepState): boolean {
  return state === 'not-for-you' && offers.some(offer => offer.service === step.service && offer.state === 'declined')
}

function textOfStep(sight: Sight, step: SituationStep, state: StepState, card: CaseCard | undefined): Text {
  const { row } = sight
  if (card !== undefined && state !== 'later') return card.statusText
  const service = sight.definition.services.find(candidate => candidate.service === step.service)
  if (service !== undefined && state === 'your-turn') return packageText(sight.definition.pack, service.why)
  if (state === 'later' && row.moments.includes(step.moment ?? 'opened') && waitsFor(sight, step.service))
    return ownText('step.waits')
  return ownText(isDeclined(sight, step, state) ? 'step.declined' : `step.${state}.${step.by}`)
}

/** The journey: done by us, to do by you, later. */
export function viewSteps(sight: Sight): JourneyStep[] {
  return sight.definition.steps.map(step => {
    const state = stateOf(sight, step)
    const card = step.service === undefined ? undefined : sight.cases.get(step.service)
    const tag = isDeclined(sight, step, state) ? 'declined' : state
    const refused = state === 'done' && card?.outcome === 'refused'
    return {
      step: step.id,
      title: packageText(sight.definition.pack, step.text),
      text: textOfStep(sight, step, state, card),
      state,
      tag: ownText(`tag.${tag}${refused ? '.refused' : ''}`),
      service: step.service ?? null,
      case:
        card === undefined
          ? null
          : { organisation: card.organisation, case: card.case, task: card.yourTask?.task ?? null },
      deadline: card?.deadline ?? null,
      amount: state === 'later' || state === 'not-for-you' ? null : amountOf(sight, step.service),
      ...perOf(sight, step.service),
    }
  })
}

/** Services that are offered now, or were declined, with reason and amount, in the order of the situation. */
export function viewOffers(sight: Sight, state: 'offered' | 'declined' = 'offered'): Offer[] {
  if (sight.row.closedAt !== null) return []
  return sight.definition.services.flatMap(service => {
    const offer = sight.offers.find(candidate => candidate.service === service.service)
    if (offer?.state !== state) return []
    const pack = sight.all.get('service', offer.service)
    const { deadline } = pack.json.get('regulation.json') as {
      deadline: { workingDays?: number; calendarDays?: number; months?: number }
    }
    const [unit, count] = Object.entries(deadline).find(
      ([key]) => key === 'workingDays' || key === 'calendarDays' || key === 'months',
    ) ?? ['workingDays', 0]
    return [
      {
        service: offer.service,
        organisation: offer.organisation,
        title: packageText(pack, 'title'),
        why: packageText(sight.definition.pack, service.why),
        amount: amountOf(sight, offer.service),
        ...perOf(sight, offer.service),
        term: ownText(`term.${unit}`, { count: Number(count) }),
        needsAccount: 'account' in service.data,
      },
    ]
  })
}

/** What is known, and from where. */
export function viewKnown(sight: Sight): KnownFact[] {
  const facts: Readonly<Record<string, SeenFact | undefined>> = sight.row.data.facts
  return (sight.definition.known ?? []).flatMap(({ label, value, as, from }) => {
    const known = evaluateJson(value.slice(2), sight.seen, sight.moment)
    if (known === null) return []
    const source = from === undefined ? sight.definition.trigger.record.contract.split('.')[0] : facts[from]?.source
    return [
      {
        label: packageText(sight.definition.pack, label),
        value: known,
        as,
        source: getOrganisation(sight.all, source ?? owner).name,
        at: (from === undefined ? null : facts[from]?.at) ?? null,
      },
    ]
  })
}

/** Sources that gave no answer, once for each organisation, in words. */
export function viewMissing({ all, row, definition }: Sight): MissingSource[] {
  if (row.closedAt !== null) return []
  const told = new Map<string, MissingSource>()
  const facts: Readonly<Record<string, SeenFact | undefined>> = row.data.facts
  for (const { id } of definition.sources) {
    const { fault, source = owner, asking } = facts[id] ?? {}
    if (fault === undefined || fault === 'behind' || told.has(source)) continue
    told.set(source, {
      source: getOrganisation(all, source).name,
      fault,
      text: ownText(`missing.${fault}.${asking === true ? 'again' : 'over'}`),
    })
  }
  return [...told.values()]
}

/** That the newest change of what the situation is about cannot be seen, why, and what follows; nothing where it can. */
export function viewSilence({ all, definition, row }: Sight, look: SilentLook | null): { silence?: Silence } {
  if (look === null || row.closedAt !== null) return {}
  const { name: source } = getOrganisation(all, definition.trigger.record.contract.split('.')[0] ?? owner)
  const text = ownText(`silence.${look.fault}.${look.dueAt === null ? 'over' : 'again'}`)
  return { silence: { source, fault: look.fault, text, since: look.toldAt } }
}

interface AccountFact {
  readonly id: string
  readonly bank?: string
  readonly masked?: string
  readonly default?: boolean
}

/** Accounts that the person may choose. */
export function viewAccounts(sight: Sight): { account: string; bank: Text; masked: string; usual: boolean }[] {
  if (sight.definition.accounts === undefined) return []
  const accounts = (evaluateJson(sight.definition.accounts, sight.seen, sight.moment) ?? []) as AccountFact[]
  return accounts.map(({ id, bank, masked, default: usual }) => ({
    account: id,
    bank: getOrganisation(sight.all, bank ?? owner).name,
    masked: masked ?? '',
    usual: usual === true,
  }))
}

/** A situation in a list: what is next. */
export function viewCard(sight: Sight): SituationCard {
  const steps = viewSteps(sight)
  const next =
    steps.find(({ state }) => state === 'your-turn') ??
    steps.find(({ state }) => state === 'moving') ??
    steps.find(({ state }) => state === 'later')
  return {
    situation: sight.row.id,
    kind: sight.row.kind,
    title: packageText(sight.definition.pack, 'title'),
    openedAt: sight.row.openedAt,
    state: sight.row.closedAt === null ? 'open' : 'closed',
    next: next?.title ?? ownText('next.nothing'),
    yourTurn: next?.state === 'your-turn',
  }
}
