import { getOrganisation, type Packages, packages } from '@tereze/catalogue/contract'
import { type JobContext, job } from '@tereze/foundation-operations'
import { type EventStart, eventStarts } from '../definition/event-starts.ts'
import { jurisdictionOf } from '../definition/jurisdiction.ts'
import { findService, type Term } from '../definition/service.ts'
import { endOfTerm } from '../rules/deadlines.ts'
import { decideFirstDue, decideTimer } from '../rules/decide-start-timer.ts'
import { listFailedServices, retryBeginnings } from '../store/beginnings.ts'
import { listStartTimers, type StartTimerRow, upsertStartTimer } from '../store/start-timers.ts'

/** Versions of a service in the order in which they come to be in use, last the one in use: those that were withdrawn stand before it. */
function versionsOf(all: Packages, service: string): string[] {
  const versions = all.versions('service', service).map(({ version }) => version)
  const isWithdrawn = (version: string) => all.standing('service', service, version) === 'withdrawn'
  return [...versions.filter(isWithdrawn), ...versions.filter(version => !isWithdrawn(version))]
}

/** The timer of a start as it is kept from now on; null when it stays as it is. */
function armed(
  all: Packages,
  start: EventStart,
  kept: StartTimerRow | null,
  now: Date,
): Omit<StartTimerRow, 'tenant'> | null {
  const { id, service, node, event, register, definition: of } = start
  if (of.type !== 'timer') return null
  const definition = of.timer
  const wanted = { serviceVersion: service.version, register, definition }
  const deed = decideTimer(kept, wanted, versionsOf(all, service.id))
  if (deed === 'leave') return null
  const same = { id, service: service.id, node, event, ...wanted }
  if (deed === 'rename' && kept !== null) return { ...same, dueAt: kept.dueAt, again: kept.again, after: kept.after }
  const { zone } = getOrganisation(all, service.owner)
  const jurisdiction = jurisdictionOf(all, service.jurisdiction)
  const countTerm = (term: unknown) => endOfTerm(jurisdiction, zone, now, term as Term, null).toISOString()
  const due = decideFirstDue(definition, { now: now.toISOString(), zone }, countTerm, kept === null)
  return { ...same, dueAt: due?.at ?? null, again: due?.again ?? null, after: null }
}

async function armTimers(
  { ports, database, clock, write }: JobContext,
  starts: readonly EventStart[],
): Promise<number> {
  const all = ports.get(packages)
  const kept = await listStartTimers(database)
  let changed = 0
  for (const start of starts) {
    const row = armed(all, start, kept.find(({ id }) => id === start.id) ?? null, clock.now())
    if (row === null) continue
    await write(start.service.owner, ({ tx }) => upsertStartTimer(tx, row))
    changed++
  }
  for (const { tenant, ...row } of kept) {
    const newest = findService(all, row.service)?.version
    const deed = decideTimer(
      row,
      { serviceVersion: newest ?? '', register: null, definition: null },
      versionsOf(all, row.service),
    )
    if (newest === undefined || deed === 'leave' || starts.some(({ id }) => id === row.id)) continue
    const gone = {
      ...row,
      serviceVersion: newest,
      register: null,
      definition: null,
      dueAt: null,
      again: null,
      after: null,
    }
    await write(tenant, ({ tx }) => upsertStartTimer(tx, gone))
    changed++
  }
  return changed
}

/** What failed too often is tried again in a newer version of its service. */
async function tryNewerVersions({ ports, database, clock, write }: JobContext): Promise<number> {
  const all = ports.get(packages)
  let changed = 0
  for (const { tenant, service, serviceVersion } of await listFailedServices(database)) {
    const known = versionsOf(all, service)
    const newest = known.at(-1)
    if (newest === undefined || known.indexOf(serviceVersion) === -1 || newest === serviceVersion) continue
    await write(tenant, ({ tx }) => retryBeginnings(tx, service, newest, clock.now()))
    changed++
  }
  return changed
}

/** The versions of services as this node armed them last: what has not changed need not be looked at again. */
const armedVersions = new WeakMap<Packages, string>()

/** Sets the timers that begin cases as the newest versions of services have them; what is counted from a version counts from here. */
export const armStarts = job({
  name: 'cases.arm-starts',
  every: 1000,
  patient: true,
  async run(parts) {
    const all = parts.ports.get(packages)
    const versions = JSON.stringify(
      [...all.list('service'), ...all.list('process')].map(({ id, version }) => [id, version]),
    )
    if (armedVersions.get(all) === versions) return 0
    const starts = (await eventStarts(all)).filter(({ definition }) => definition.type === 'timer')
    const changed = (await armTimers(parts, starts)) + (await tryNewerVersions(parts))
    armedVersions.set(all, versions)
    return changed
  },
})
