import { createHash } from 'node:crypto'
import { asking } from '@tereze/exchange/contract'
import { inTime } from '@tereze/foundation-operations'
import { evaluator, fillTemplate } from '@tereze/template'
import { millisecondsOf } from '../contract/duration.ts'
import { lateCode, type NoAnswer } from '../contract/fault.ts'
import type { Source } from '../definition/service.ts'
import { caseContext, momentOf, valueIn } from './case-context.ts'
import type { CaseRun } from './case-run.ts'
import type { Fetched } from './facts.ts'

/** An id that is the same for the same question of the same work: asked again, it is the same message. */
function questionId(work: string, source: string): string {
  const hash = createHash('sha256').update(`${work}/${source}`).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex').slice(0, 32)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** What an attempt gave: facts, or why there are none. */
export type Attempt = { readonly fetched: Fetched } | NoAnswer

/** Longest that one attempt is waited for, milliseconds: less than the time for which a node holds its work. */
const longestAttempt = 45_000

/** Asks another organisation for a source. Talks to the outside: never inside a transaction. */
export async function fetchRemote(
  run: CaseRun,
  source: Source,
  work: string,
  report: (error: unknown) => void,
): Promise<Attempt> {
  if (source.when !== undefined && valueIn(run, source.when) !== true)
    return { fetched: { source, state: 'not-needed' } }
  const body = fillTemplate(source.input ?? {}, evaluator(caseContext(run), momentOf(run)))
  const clause = run.service.regulation.clauses.find(candidate => candidate.id === source.ground)
  const asked = run.context.port(asking).ask({
    id: questionId(work, source.id),
    contract: source.contract ?? '',
    consumer: run.service.owner,
    purpose: source.purpose,
    ground: clause?.source ?? source.ground,
    subjects: [run.row.person],
    case: run.row.id,
    body,
  })
  const answer = await inTime(asked, Math.min(millisecondsOf(source.within), longestAttempt), report)
  if (answer === null) return { code: lateCode, retry: true }
  if (!answer.ok) return { code: answer.code, retry: answer.retry }
  const from = (source.contract ?? '').split('.')[0] ?? ''
  const { body: value, at, message } = answer
  const files = answer.files === undefined ? {} : { files: answer.files }
  return { fetched: { source, state: 'found', value, from, at, message, ...files } }
}
