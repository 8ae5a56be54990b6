import { createHash } from 'node:crypto'
import { lateCode, millisecondsOf, type NoAnswer } from '@tereze/cases/contract'
import { asking } from '@tereze/exchange/contract'
import { inTime, type JobContext } from '@tereze/foundation-operations'
import { evaluateJson, evaluator, fillTemplate, type Moment } from '@tereze/template'
import type { SituationDefinition, SituationSource } from '../definition/situation.ts'
import { decideMissing } from '../rules/decide-missing.ts'
import { isNoRecord } from '../rules/decide-silent-record.ts'
import type { SeenFact } from '../rules/seen-fact.ts'
import type { Look } from '../store/looks.ts'
import { findUnderKey } from '../store/situations.ts'

/** What a situation saw of a record; without it nothing is seen: because it could not be had (`silence`), or because it is none of its own. */
export type Sight =
  | {
      readonly ok: true
      readonly record: Record<string, unknown>
      readonly facts: Record<string, SeenFact>
      /** When sources that gave no answer are asked again: soon, later, or not at all. */
      readonly again: 'soon' | 'later' | null
    }
  | { readonly ok: false; readonly silence: NoAnswer | null }

const consumer = 'platform'
/** Why the record that begins or moves a situation is asked for. */
const triggerPurpose = 'life-situation'

function questionId(look: string, source: string, attempt: number): string {
  const hash = createHash('sha256').update(`${look}/${source}/${attempt}`).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

async function ask(
  parts: JobContext,
  look: Look,
  source: Pick<SituationSource, 'id' | 'contract' | 'ground' | 'purpose'>,
  body: unknown,
  subjects: readonly string[],
) {
  return parts.ports.get(asking).ask({
    id: questionId(look.id, source.id, look.attempts),
    contract: source.contract,
    consumer,
    purpose: source.purpose,
    ground: source.ground,
    subjects,
    case: null,
    body,
  })
}

/** Asks for the record of an event and, if it begins the situation or moves an open one, for the facts that it may look at. Never inside a transaction. */
export async function see(
  parts: JobContext,
  definition: SituationDefinition,
  look: Look,
  moment: Moment,
): Promise<Sight> {
  const { trigger, sources } = definition
  const event = { event: { record: look.record, version: look.recordVersion } }
  const first = await ask(
    parts,
    look,
    { id: 'record', contract: trigger.record.contract, ground: definition.acts[0] ?? '', purpose: triggerPurpose },
    fillTemplate(trigger.record.input, evaluator(event, moment)),
    [],
  )
  if (!first.ok) return { ok: false, silence: isNoRecord(first) ? null : { code: first.code, retry: first.retry } }
  const record = first.body as Record<string, unknown>
  const begins = evaluateJson(trigger.when, { record }, moment) === true
  const key = String(evaluateJson(definition.key, { record }, moment))
  const before = await findUnderKey(parts.database, consumer, definition.id, key)
  if (!begins && (before === null || before.closedAt !== null)) return { ok: false, silence: null }
  const subjects = definition.people
    .map(({ person }) => evaluateJson(person, { record }, moment))
    .filter((person): person is string => typeof person === 'string')
  const known = (before?.data.facts ?? {}) as Readonly<Record<string, SeenFact | undefined>>
  const facts: Record<string, SeenFact> = {}
  const waiting = [...sources]
  let again: 'soon' | 'later' | null = null
  while (waiting.length > 0) {
    const wave = waiting.filter(({ after }) => (after ?? []).every(id => !waiting.some(other => other.id === id)))
    if (wave.length === 0) throw new Error(`sources of ${definition.id} wait for each other`)
    const answers = await Promise.all(
      wave.map(source =>
        seeFact(parts, look, source, { record, facts }, { subjects, known: known[source.id], moment }),
      ),
    )
    for (const [index, source] of wave.entries()) {
      const seen = answers[index]
      if (seen?.again) again = again === 'soon' ? again : seen.again
      if (seen?.fact) facts[source.id] = seen.fact
      waiting.splice(waiting.indexOf(source), 1)
    }
  }
  return { ok: true, record, facts, again }
}

/** What was seen of a source; no fact where none is wanted. */
interface SeenSource {
  readonly fact: SeenFact | null
  readonly again: 'soon' | 'later' | null
}

/** Longest that one source is waited for, milliseconds: less than the time for which a node holds its look. */
const longestAttempt = 20_000

/** Asks for one fact. What answered since the record was told of is not asked twice; what gives no answer keeps what it last said. */
async function seeFact(
  parts: JobContext,
  look: Look,
  source: SituationSource,
  seen: { record: Record<string, unknown>; facts: Record<string, SeenFact> },
  { subjects, known, moment }: { subjects: readonly string[]; known: SeenFact | undefined; moment: Moment },
): Promise<SeenSource> {
  const from = source.contract.split('.')[0] ?? ''
  const last = { value: known?.value ?? null, source: from, at: known?.at ?? null, messageId: known?.messageId ?? null }
  if ((source.after ?? []).some(id => seen.facts[id]?.fault !== undefined))
    return { fact: { ...last, fault: 'behind', asking: true, holdsBack: true }, again: null }
  if (source.when !== undefined && evaluateJson(source.when, seen, moment) !== true) return { fact: null, again: null }
  if (
    look.attempts > 1 &&
    known?.at != null &&
    known.fault === undefined &&
    Date.parse(known.at) >= Date.parse(look.since)
  )
    return { fact: known, again: null }
  const asked = ask(parts, look, source, fillTemplate(source.input, evaluator(seen, moment)), subjects)
  const answer = (await inTime(asked, Math.min(millisecondsOf(source.within), longestAttempt), parts.report)) ?? {
    ok: false as const,
    code: lateCode,
    retry: true,
  }
  if (!answer.ok) {
    const waited = parts.clock.now().getTime() - Date.parse(look.since)
    const { fault, again, isPatient, holdsBack } = decideMissing(source, answer, waited)
    return { fact: { ...last, fault, asking: again, holdsBack }, again: again ? (isPatient ? 'later' : 'soon') : null }
  }
  const value =
    source.value === undefined
      ? answer.body
      : evaluateJson(source.value.slice(2), { ...seen, answer: answer.body }, moment)
  return { fact: { value, source: from, at: answer.at, messageId: answer.message }, again: null }
}
