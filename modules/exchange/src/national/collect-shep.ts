import type { Outgoing } from '@tereze/foundation-http'
import { isErased, keyring } from '@tereze/foundation-keys'
import type { JobContext } from '@tereze/foundation-operations'
import { operator } from '../rules/certificate.ts'
import { pauseAfter } from '../rules/decide-attempt.ts'
import type { ShepCall } from '../rules/national/shep-message.ts'
import { uuidV1 } from '../rules/national/uuid-v1.ts'
import {
  claimLineMessages,
  hasDueLineMessages,
  insertLineMessage,
  type LineMessageRow,
  updateLineMessage,
} from '../store/line-messages.ts'
import type { ShepPlace } from './national-place.ts'
import { serveContent } from './serve-content.ts'
import { hearShep, speakShep } from './shep-speech.ts'
import { sealedForLine, sealPlace } from './take-shep.ts'

const batch = 20
const lease = 150_000
const timeout = 30_000

interface Parts {
  readonly job: JobContext
  readonly outgoing: Outgoing
}

/** Answers requests that ШЭП brought, and tells it which answers came; how many are over. */
export async function collectShep(parts: Parts, place: ShepPlace): Promise<number> {
  const { database, clock, write, report } = parts.job
  const now = clock.now()
  if (!(await hasDueLineMessages(database, operator, place.name, now))) return 0
  const claim = { now, until: new Date(now.getTime() + lease) }
  const claimed = await write(operator, ({ tx }) => claimLineMessages(tx, place.name, claim, batch))
  const done = await Promise.all(
    claimed.map(row =>
      (row.kind === 'request' ? answerRequest(parts, place, row) : noteAnswer(parts, place, row)).catch(
        (error: unknown) => {
          report(error)
          return false
        },
      ),
    ),
  )
  return done.filter(Boolean).length
}

async function say({ job, outgoing }: Parts, place: ShepPlace, call: ShepCall): Promise<string | null> {
  const heard = await speakShep(outgoing, place, call, { now: job.clock.now(), timeout })
  if ('problem' in heard) return heard.problem.reason
  return heard.heard === 'fault' ? heard.code : null
}

/** Not now: looked at again after a pause that grows with each attempt. */
async function later({ job }: Parts, row: LineMessageRow, reason: string): Promise<false> {
  const past = job.clock.now().getTime() - Date.parse(row.at)
  // About as many attempts as fit into the time that passed, each twice as far from the last.
  const attempts = 1 + Math.max(0, Math.floor(Math.log2(past / 5_000 + 1)))
  await job.write(operator, async ({ tx, now }) =>
    updateLineMessage(tx, row, {
      state: 'waiting',
      reason,
      due: new Date(now.getTime() + pauseAfter(row.message ?? row.id, attempts)),
      now,
    }),
  )
  return false
}

async function answerRequest(parts: Parts, place: ShepPlace, row: LineMessageRow): Promise<boolean> {
  const { job } = parts
  const opened =
    row.body === null
      ? null
      : await job.ports
          .get(keyring)
          .open(job.database, operator, sealedForLine(place.name), row.body, sealPlace(place.name, row.id))
  const heard =
    opened === null || isErased(opened) ? null : hearShep(place, new TextDecoder().decode(opened), new Date(row.at))
  if (heard === null || 'wrong' in heard || heard.heard !== 'async-message') {
    await job.write(operator, async ({ tx, now }) =>
      updateLineMessage(tx, row, { state: 'broken', reason: 'unreadable', now }),
    )
    return true
  }
  const { service, sender, content, correlation } = heard
  const message = row.message ?? ''
  const served = await serveContent(job, place, { service, sender, content, files: [], message, since: row.at })
  if ('waits' in served) return later(parts, row, served.waits)
  const time = job.clock.now().toISOString()
  const id = uuidV1(new Date(row.at), `${place.name}/${row.id}/answer`)
  const call: ShepCall =
    'content' in served
      ? {
          say: 'async-message',
          type: 'RESPONSE',
          id,
          correlation,
          service,
          time,
          sender: place.sender,
          content: served.content,
        }
      : {
          say: 'delivery',
          notification: id,
          message: row.id,
          time,
          sender: place.sender,
          error: served.rejected.reason,
        }
  const failed = await say(parts, place, call)
  if (failed !== null) return later(parts, row, failed)
  await job.write(operator, async ({ tx, now }) => {
    const answer = { line: place.name, direction: 'sent' as const, id, kind: 'answer' as const, state: 'done' as const }
    const about = { related: row.id, message: row.message, organisation: row.organisation, contract: row.contract }
    await insertLineMessage(tx, { ...answer, ...about, now })
    if ('content' in served) updateLineMessage(tx, row, { state: 'done', now })
    else updateLineMessage(tx, row, { state: 'refused', ...served.rejected, now })
  })
  return true
}

/** Tells ШЭП that an answer came. */
async function noteAnswer(parts: Parts, place: ShepPlace, row: LineMessageRow): Promise<boolean> {
  const time = parts.job.clock.now().toISOString()
  const notification = uuidV1(new Date(row.at), `${place.name}/${row.id}/came`)
  const failed = await say(parts, place, {
    say: 'delivery',
    notification,
    message: row.id,
    time,
    sender: place.sender,
    error: null,
  })
  if (failed !== null) return later(parts, row, row.reason ?? failed)
  const { reason } = row
  await parts.job.write(operator, async ({ tx, now }) => updateLineMessage(tx, row, { state: 'done', reason, now }))
  return true
}
