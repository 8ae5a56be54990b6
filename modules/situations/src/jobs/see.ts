import { createHash } from 'node:crypto'
import { asking } from '@tereze/exchange/contract'
import type { JobContext } from '@tereze/foundation-operations'
import { evaluateJson, evaluator, fillTemplate, type Moment } from '@tereze/template'
import type { SituationDefinition, SituationSource } from '../definition/situation.ts'
import type { Look } from '../store/looks.ts'
import { isOpen } from '../store/situations.ts'

/** What a situation saw of a record; `again` when something did not answer and must be asked later. */
export type Sight =
  | { readonly ok: true; readonly record: Record<string, unknown>; readonly facts: Record<string, unknown> }
  | { readonly ok: false; readonly again: boolean }

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
  if (!first.ok) return { ok: false, again: first.retry }
  const record = first.body as Record<string, unknown>
  const begins = evaluateJson(trigger.when, { record }, moment) === true
  const key = String(evaluateJson(definition.key, { record }, moment))
  if (!begins && !(await isOpen(parts.database, consumer, definition.id, key))) return { ok: false, again: false }
  const subjects = definition.people
    .map(({ person }) => evaluateJson(person, { record }, moment))
    .filter((person): person is string => typeof person === 'string')
  const facts: Record<string, unknown> = {}
  const waiting = [...sources]
  while (waiting.length > 0) {
    const wave = waiting.filter(({ after }) => (after ?? []).every(id => !waiting.some(other => other.id === id)))
    if (wave.length === 0) throw new Error(`sources of ${definition.id} wait for each other`)
    const answers = await Promise.all(
      wave.map(source => seeFact(parts, look, source, { record, facts }, subjects, moment)),
    )
    for (const [index, source] of wave.entries()) {
      const answer = answers[index]
      if (answer === 'again') return { ok: false, again: true }
      if (answer !== undefined && answer !== null) facts[source.id] = answer
      waiting.splice(waiting.indexOf(source), 1)
    }
  }
  return { ok: true, record, facts }
}

async function seeFact(
  parts: JobContext,
  look: Look,
  source: SituationSource,
  seen: { record: Record<string, unknown>; facts: Record<string, unknown> },
  subjects: readonly string[],
  moment: Moment,
): Promise<unknown> {
  if (source.when !== undefined && evaluateJson(source.when, seen, moment) !== true) return null
  const answer = await ask(parts, look, source, fillTemplate(source.input, evaluator(seen, moment)), subjects)
  if (!answer.ok)
    return answer.retry ? 'again' : { value: null, source: source.contract.split('.')[0], at: null, messageId: null }
  const value =
    source.value === undefined
      ? answer.body
      : evaluateJson(source.value.slice(2), { ...seen, answer: answer.body }, moment)
  return { value, source: source.contract.split('.')[0], at: answer.at, messageId: answer.message }
}
