import { getOrganisation, type Packages, parametersOn, textOf } from '@tereze/catalogue/contract'
import { type InputOf, type JsonObject, type Refused, refuse } from '@tereze/operation'
import { evaluateJson, type Moment } from '@tereze/template'
import {
  draftNamesUnknown,
  type Rehearsal,
  type RehearsedService,
  type rehearseSituation,
} from '../contract/rehearsal.ts'
import { foresee } from '../definition/foresee.ts'
import type { SituationDefinition, SituationService } from '../definition/situation.ts'
import { looksAt } from '../rules/decide-missing.ts'
import { holds, momentsOf, peopleOf, proposalsOf, type Seen } from '../rules/decide-situation.ts'
import { heldBackBy, type SeenFact } from '../rules/seen-fact.ts'
import type { OfferRow } from '../store/offers.ts'
import { owner } from '../views/acting.ts'
import { type Sight, viewKnown, viewMissing, viewOffers, viewSteps } from '../views/view-situation.ts'
import { toldCondition } from './told-condition.ts'

type Given = Pick<InputOf<typeof rehearseSituation>, 'event' | 'record' | 'facts' | 'silent'>

/** What the sources of a draft would have answered, in the order in which they are asked; those that are not wanted are not asked. */
function factsOf(definition: SituationDefinition, { record, facts, silent }: Given, moment: Moment) {
  const seen: Record<string, SeenFact> = {}
  const waiting = [...definition.sources]
  while (waiting.length > 0) {
    const next = waiting.find(({ after }) => (after ?? []).every(id => !waiting.some(other => other.id === id)))
    // Sources that wait for each other are asked as they stand: the check of packages tells of the circle.
    const source = next ?? waiting[0]
    if (source === undefined) break
    waiting.splice(waiting.indexOf(source), 1)
    const last = { value: null, source: source.contract.split('.')[0] ?? '', at: null, messageId: null }
    if ((source.after ?? []).some(id => seen[id]?.fault !== undefined))
      seen[source.id] = { ...last, fault: 'behind', asking: true, holdsBack: true }
    else if (source.when !== undefined && evaluateJson(source.when, { record, facts: seen }, moment) !== true) continue
    else if (silent.includes(source.id)) seen[source.id] = { ...last, fault: 'late', asking: true, holdsBack: true }
    else seen[source.id] = { ...last, value: facts[source.id] ?? null, at: moment.now }
  }
  return seen
}

/** What a draft names and nobody has published: services whose rules are needed, and organisations that are shown. */
function unknownIn(definition: SituationDefinition, all: Packages): Refused<'situations.draft-names-unknown'> | null {
  const no = (kind: string, id: string) => refuse(draftNamesUnknown, { pointer: '/files', params: { kind, id } })
  for (const { service } of definition.services)
    if (all.find('service', service) === null) return no('service', service)
  for (const { contract } of [definition.trigger.record, ...definition.sources]) {
    const [id = ''] = contract.split('@')
    if (all.find('contract', id) === null) return no('contract', contract)
  }
  return null
}

/**
 * What a situation would do over a record and facts that are given, by the same decisions and the same views as when it is published. Pure.
 * @throws ExpressionBroken when an expression of it is not FEEL.
 */
export function rehearse(
  all: Packages,
  definition: SituationDefinition,
  given: Given,
  now: string,
): Rehearsal | Refused<'situations.draft-names-unknown'> {
  const unknown = unknownIn(definition, all)
  if (unknown !== null) return unknown
  const organisation = getOrganisation(all, owner)
  const moment: Moment = { now, zone: organisation.zone }
  const { record } = given
  const today = String(evaluateJson('string(today())', {}, moment))
  const parameters = parametersOn(all.get('jurisdiction', organisation.jurisdiction), today)
  const trigger = toldCondition(definition.trigger.when, { record }, moment)
  const begins = definition.trigger.events.includes(given.event) && holds(definition.trigger.when, { record }, moment)
  const facts = begins ? factsOf(definition, given, moment) : {}
  const seen: Seen = { record, facts, parameters }
  const key = evaluateJson(definition.key, { record }, moment)
  const people = peopleOf(definition, seen, moment)
  const reached = momentsOf(definition, seen, moment)
  const missing = heldBackBy(facts)
  const decided = definition.services.filter(service => !looksAt(service, missing))
  const decisions = new Map<SituationService, unknown>()
  const proposals = begins
    ? proposalsOf({ services: decided }, seen, reached, people, moment, service => {
        const decision = foresee(all, service, seen, moment)
        decisions.set(service, decision)
        return decision
      })
    : []
  const services = definition.services.map((service): RehearsedService => {
    const proposal = proposals.find(one => one.service === service)
    const waits = missing.filter(fact => looksAt(service, [fact]))
    const decision = decisions.get(service) ?? null
    const outcome =
      proposal !== undefined
        ? service.starts === 'automatic'
          ? 'automatic'
          : 'offered'
        : !reached.includes(service.at)
          ? 'too-early'
          : !people.some(({ role }) => role === service.for)
            ? 'nobody'
            : waits.length > 0
              ? 'waits'
              : 'not-due'
    return {
      service: service.service,
      title: textOf(all.get('service', service.service), 'title'),
      outcome,
      moment: service.at,
      waits,
      parts: begins ? toldCondition(service.when, { ...seen, decision }, moment) : [],
      decision,
      data: (proposal?.data as JsonObject | undefined) ?? null,
    }
  })
  const offers = proposals.map(
    ({ service, person, data }): OfferRow => ({
      situation: '',
      service: service.service,
      organisation: String(all.get('service', service.service).json.get('service.json')?.owner ?? '').replace(
        /^org:/,
        '',
      ),
      person,
      state: service.starts === 'automatic' ? 'automatic' : 'offered',
      data,
    }),
  )
  const sight: Sight = {
    all,
    definition,
    seen,
    moment,
    cases: new Map(),
    offers,
    row: {
      id: '',
      kind: definition.id,
      version: definition.version,
      key: String(key),
      register: definition.trigger.register,
      record: '',
      recordVersion: 1,
      data: { record, facts },
      moments: reached,
      openedAt: now,
      closedAt: null,
    },
  }
  return {
    begins,
    trigger,
    key: typeof key === 'string' || typeof key === 'number' ? String(key) : null,
    people,
    moments: [
      { moment: 'opened', reached: begins, parts: [] },
      ...definition.moments.map(({ id, when }) => ({
        moment: id,
        reached: reached.includes(id),
        parts: toldCondition(when, seen, moment),
      })),
    ],
    asked: Object.keys(facts),
    services,
    ends: begins && !looksAt(definition.ends, missing) && holds(definition.ends.when, seen, moment),
    ...(begins
      ? { steps: viewSteps(sight), offers: viewOffers(sight), known: viewKnown(sight), missing: viewMissing(sight) }
      : { steps: [], offers: [], known: [], missing: [] }),
  }
}
