import { findOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, type JobContext, job } from '@tereze/foundation-operations'
import { finishSignIn } from '@tereze/identity/contract'
import type { Calendar } from '@tereze/working-time'
import { incidentRaised } from '../contract/index.ts'
import { type PublishedRules, publishedRules } from '../definition/published-rules.ts'
import { type Looked, lookAtLines } from '../looking/look-at-lines.ts'
import type { Place } from '../looking/seen-line.ts'
import { sealedLines } from '../ports/sealed-lines.ts'
import { signInTravels } from '../ports/sign-in-travels.ts'
import { getCursorForUpdate, listCursors, updateCursor } from '../store/cursors.ts'
import { listExemptionsOfActors } from '../store/exemptions.ts'
import { growIncidents, insertIncident } from '../store/incidents.ts'
import { deleteKnownBefore, listKnownSubjects, upsertKnownSubjects } from '../store/known-subjects.ts'
import { listWatches } from '../store/watched-persons.ts'
import { deleteWindowsBefore, listWindows, upsertWindows } from '../store/windows.ts'

const batch = 500
const day = 24 * 60 * 60_000
/** Older lines raise nothing: an installation that begins to look at a long log is not flooded with its past. */
const freshFor = 7 * day
const usualWorkDays = 365
/** What the end of a sign-in is called in the audit log. */
const signIn = finishSignIn.name

function placeOf(context: Context, organisation: string): Place {
  const all = context.port(packages)
  const found = findOrganisation(all, organisation)
  if (found === null) return { zone: 'UTC', calendar: null }
  const calendar = all.find('jurisdiction', found.jurisdiction)?.json.get('calendar.json')
  return { zone: found.zone, calendar: (calendar as Calendar | undefined) ?? null }
}

async function keep({ tx, now, emit }: Context, looked: Looked): Promise<void> {
  upsertWindows(tx, looked.windows)
  upsertKnownSubjects(tx, looked.known)
  for (const incident of looked.raised) {
    insertIncident(tx, incident, now)
    const { id, rule, severity } = incident
    await emit(incidentRaised, { subject: id, data: { incident: id, rule, severity } })
  }
  growIncidents(tx, looked.grown)
}

/** Looks at the next lines of the transaction's tenant; how far it came and what it raised commit together, so that nothing is counted twice. */
async function look(context: Context, rules: PublishedRules): Promise<{ lines: number; raised: number }> {
  const { tx, now, ids, port } = context
  const next = await getCursorForUpdate(tx, now)
  const lines = (await port(sealedLines).from(tx, tx.tenant, next, batch)).map(({ line }) => line)
  if (lines.length === 0) return { lines: 0, raised: 0 }
  const actors = [...new Set(lines.map(({ actor }) => actor.id))]
  const subjects = [...new Set(lines.flatMap(line => line.subjects))]
  const [windows, watches, known, exemptions] = await Promise.all([
    listWindows(tx, actors),
    listWatches(tx, subjects),
    listKnownSubjects(tx, subjects),
    listExemptionsOfActors(tx, actors),
  ])
  const signIns = lines.filter(({ operation, outcome }) => operation === signIn && outcome === 'done')
  const travels = await port(signInTravels).find(
    tx,
    signIns.map(({ correlation }) => correlation),
  )
  const memory = { windows, watches, known, exemptions, travels }
  const knownFor = (rules.file.work?.days ?? usualWorkDays) * day
  const looked = lookAtLines(lines, memory, {
    rules: rules.compiled,
    place: placeOf(context, tx.tenant),
    knownFor,
    freshSince: new Date(now.getTime() - freshFor),
    newId: () => ids.newId('incident'),
  })
  await keep(context, looked)
  const longest = Math.max(0, ...rules.file.rules.map(({ minutes }) => minutes))
  deleteWindowsBefore(tx, new Date(now.getTime() - longest * 60_000 - day))
  deleteKnownBefore(tx, new Date(now.getTime() - knownFor - day))
  updateCursor(tx, next + lines.length, now)
  return { lines: lines.length, raised: looked.raised.length }
}

async function lookAtAll(parts: JobContext, organisation: string, rules: PublishedRules): Promise<number> {
  let raised = 0
  for (;;) {
    const looked = await parts.write(organisation, context => look(context, rules))
    raised += looked.raised
    if (looked.lines < batch) return raised
  }
}

/** Looks at what was sealed since: each line once, in the order of its log, whichever node dies when. */
export const lookAtLog = job({
  name: 'vigilance.look-at-log',
  every: 2000,
  patient: true,
  async run(parts) {
    const { database, ports } = parts
    const rules = publishedRules(ports.get(packages))
    if (rules === null) return 0
    const seen = new Map((await listCursors(database)).map(({ organisation, next }) => [organisation, next]))
    let raised = 0
    for (const { organisation, size } of await ports.get(sealedLines).sizes(database))
      if (size > (seen.get(organisation) ?? 0)) raised += await lookAtAll(parts, organisation, rules)
    return raised
  },
})
