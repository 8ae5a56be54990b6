import { getOrganisation, packages, parametersOn } from '@tereze/catalogue/contract'
import { type Context, type JobContext, job } from '@tereze/foundation-operations'
import { evaluateJson, type Moment } from '@tereze/template'
import { serviceDue, situationOpened } from '../contract/situation.ts'
import { foresee } from '../definition/foresee.ts'
import { type SituationDefinition, type SituationService, situationOf } from '../definition/situation.ts'
import { looksAt, usualTerm } from '../rules/decide-missing.ts'
import { decideSilentRecord } from '../rules/decide-silent-record.ts'
import { holds, momentsOf, peopleOf, proposalsOf } from '../rules/decide-situation.ts'
import { heldBackBy, type SeenFact } from '../rules/seen-fact.ts'
import {
  claimLook,
  deleteEarlierLooks,
  deleteLook,
  dueLooks,
  type Look,
  listDueLooks,
  postponeLook,
  releaseLooks,
  silenceLook,
} from '../store/looks.ts'
import { insertOffer, lapseOffers } from '../store/offers.ts'
import { closeSituation, upsertPeople, upsertSituation } from '../store/situations.ts'
import { see } from './see.ts'

const batch = 20
const leaseSeconds = 60
const longestPauseSeconds = 600
/** The same where a source is asked beyond its usual time. */
const patientPauseSeconds = 3600

/** Writes what a look showed: the situation, its people, what is due and what is offered. One transaction of the portal's operator. */
async function write(
  context: Context,
  definition: SituationDefinition,
  look: Look,
  sight: { record: Record<string, unknown>; facts: Record<string, SeenFact> },
  moment: Moment,
): Promise<'open' | 'over'> {
  const all = context.port(packages)
  const today = String(evaluateJson('string(today())', {}, moment))
  const seen = {
    record: sight.record,
    facts: sight.facts,
    parameters: parametersOn(all.get('jurisdiction', getOrganisation(all, 'platform').jurisdiction), today),
  }
  const people = peopleOf(definition, seen, moment)
  const reached = momentsOf(definition, seen, moment)
  const key = evaluateJson(definition.key, seen, moment)
  const { id, isNew, recordVersion } = await upsertSituation(
    context.tx,
    {
      id: context.ids.newId('situation'),
      kind: definition.id,
      version: definition.version,
      key: String(key),
      register: look.register,
      record: look.record,
      recordVersion: look.recordVersion,
      data: { record: sight.record, facts: sight.facts },
      moments: reached,
    },
    context.now,
  )
  if (recordVersion > look.recordVersion) return 'over'
  deleteEarlierLooks(context.tx, look)
  context.concerns(people.map(({ person }) => person))
  await upsertPeople(context.tx, id, people)
  if (isNew) {
    for (const { person, primary } of people) {
      if (primary)
        await context.emit(situationOpened, { subject: id, data: { situation: id, kind: definition.id, person } })
    }
  }
  const missing = heldBackBy(sight.facts)
  const [undecided, decided] = [true, false].map(waits =>
    definition.services.filter(service => looksAt(service, missing) === waits),
  ) as [SituationService[], SituationService[]]
  const proposals = proposalsOf({ services: decided }, seen, reached, people, moment, service =>
    foresee(all, service, seen, moment),
  )
  for (const { service, person, data } of proposals) {
    const organisation = String(all.get('service', service.service).json.get('service.json')?.owner ?? '').replace(
      /^org:/,
      '',
    )
    const automatic = service.starts === 'automatic'
    const made = await insertOffer(
      context.tx,
      {
        situation: id,
        service: service.service,
        organisation,
        person,
        state: automatic ? 'automatic' : 'offered',
        data,
      },
      context.now,
    )
    if (made && automatic) {
      await context.emit(serviceDue, {
        subject: id,
        data: { situation: id, service: service.service, organisation, person },
        ground: service.ground,
      })
    }
  }
  await lapseOffers(
    context.tx,
    id,
    [...proposals.map(({ service }) => service.service), ...undecided.map(({ service }) => service)],
    context.now,
  )
  if (looksAt(definition.ends, missing) || !holds(definition.ends.when, seen, moment)) return 'open'
  await closeSituation(context.tx, id, context.now)
  return 'over'
}

/** When a look is repeated: after twice as long each time. */
function nextLook({ attempts }: Look, now: Date, longestSeconds: number): Date {
  return new Date(now.getTime() + Math.min(2 ** attempts, longestSeconds) * 1000)
}

async function perform(parts: JobContext, look: Look): Promise<void> {
  const all = parts.ports.get(packages)
  const definition = situationOf(all.get('situation', look.kind))
  const moment = { now: parts.clock.now().toISOString(), zone: getOrganisation(all, 'platform').zone }
  const sight = await see(parts, definition, look, moment)
  const now = parts.clock.now()
  if (!sight.ok && sight.silence !== null) {
    const { code } = sight.silence
    const { fault, isTold, isOver } = decideSilentRecord(sight.silence, now.getTime() - Date.parse(look.since))
    const dueAt = isOver ? null : nextLook(look, now, isTold ? patientPauseSeconds : longestPauseSeconds)
    if (isOver) parts.report(new Error(`${look.id}: the record gave no answer for ${usualTerm}`))
    await parts.write('platform', ({ tx }) =>
      silenceLook(tx, look.id, { fault, code, dueAt, toldAt: isTold ? now : null }),
    )
    return
  }
  await parts.write('platform', async context => {
    if (!sight.ok || sight.again === null) {
      if (!(await deleteLook(context.tx, look.id))) return
      if (sight.ok) await write(context, definition, look, sight, moment)
      return
    }
    const longest = sight.again === 'later' ? patientPauseSeconds : longestPauseSeconds
    if (!(await postponeLook(context.tx, look.id, nextLook(look, now, longest)))) return
    const state = await write(context, definition, look, sight, moment)
    // What is closed, or seen in a newer version by another look, is asked for nothing any more.
    if (state === 'over') await deleteLook(context.tx, look.id)
  })
}

/** Looks at records that something happened to: opens situations, starts what is due, offers what may be asked for. */
export const lookAtRecords = job({
  name: 'situations.look',
  every: 500,
  due: dueLooks,
  async run(parts) {
    const now = parts.clock.now()
    const due = await listDueLooks(parts.database, now, batch)
    const claim = { now, until: new Date(now.getTime() + leaseSeconds * 1000), node: parts.node }
    const claimed = await Promise.all(
      due.map(({ id, tenant }) => parts.write(tenant, ({ tx }) => claimLook(tx, id, claim))),
    )
    const mine = claimed.filter(look => look !== null)
    const results = await Promise.allSettled(mine.map(look => perform(parts, look)))
    const failed = results.find(result => result.status === 'rejected')
    if (failed) throw failed.reason
    return mine.length
  },
  async release(parts) {
    await parts.write('platform', ({ tx }) => releaseLooks(tx, parts.clock.now()))
  },
})
