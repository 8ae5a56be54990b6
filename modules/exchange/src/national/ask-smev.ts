import { packages } from '@tereze/catalogue/contract'
import type { Outgoing } from '@tereze/foundation-http'
import type { JobContext } from '@tereze/foundation-operations'
import type { NationalLine } from '../ports/national-line.ts'
import type { OutsideAnswer } from '../ports/outside-line.ts'
import { operator } from '../rules/certificate.ts'
import type { FromSmev } from '../rules/contract-definition.ts'
import { decideSmevFault } from '../rules/national/decide-smev.ts'
import { uuidV1 } from '../rules/national/uuid-v1.ts'
import { insertLineMessage, listSentFor, updateLineMessage } from '../store/line-messages.ts'
import { schemaOf } from './map-content.ts'
import type { SmevPlace } from './national-place.ts'
import { speakSmev } from './smev-speech.ts'
import { findSchemaProblems } from './xml-schema.ts'

/**
 * Sends a request to СМЭВ once. The id is written down before it goes out: whatever breaks meanwhile, the next attempt sends the same
 * message. A request whose answer was of no use is followed by a new one.
 */
export async function askSmev(
  { job, outgoing }: { job: JobContext; outgoing: Outgoing },
  place: SmevPlace,
  from: FromSmev,
  question: Parameters<NationalLine['ask']>[1],
  about: Parameters<NationalLine['ask']>[2],
): Promise<OutsideAnswer> {
  const { database, clock, write, ports } = job
  const pack = ports.get(packages).get('contract', about.contract.id, about.contract.version)
  const [wrong] = findSchemaProblems(question.xml, schemaOf(pack, from.schema))
  if (wrong !== undefined) return { problem: { reason: 'question-wrong', detail: wrong } }
  const sent = await listSentFor(database, operator, about.message)
  const open = sent.find(({ ended }) => ended === null)
  if (open?.state === 'sent') return { awaited: true }
  const id = open?.id ?? uuidV1(clock.now(), `${place.name}/${about.message}/${sent.length}`)
  const key = { line: place.name, direction: 'sent' as const, id }
  const contract = `${about.contract.id}@${about.contract.version.split('.')[0]}`
  if (open === undefined)
    await write(operator, ({ tx, now }) =>
      insertLineMessage(tx, {
        ...key,
        kind: 'request',
        state: 'sending',
        message: about.message,
        organisation: about.provider,
        contract,
        now,
      }),
    )
  const attachments = question.attachments.map(({ name, type, content }) => ({
    name,
    type,
    content: Buffer.from(content, 'base64'),
  }))
  const heard = await speakSmev(outgoing, place, { operation: 'SendRequest', id, content: question.xml, attachments })
  const answer: OutsideAnswer =
    'problem' in heard ? heard : 'fault' in heard ? decideSmevFault(heard.fault) : { awaited: true }
  await write(operator, async ({ tx, now }) => {
    if ('awaited' in answer) updateLineMessage(tx, key, { state: 'sent', now })
    else if ('refused' in answer)
      updateLineMessage(tx, key, { state: 'refused', reason: 'fault', detail: answer.refused, now })
    else if ('problem' in answer) updateLineMessage(tx, key, { state: 'sending', ...answer.problem, now })
  })
  return answer
}
