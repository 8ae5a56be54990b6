import type { JobContext } from '@tereze/foundation-operations'
import { type Certificate, signatures as library, type Signatures } from '@tereze/foundation-signatures'
import { isRefused } from '@tereze/operation'
import { type Asking, clockOf } from './clock-of.ts'
import { findAnswers } from './contract/index.ts'
import { listOwnAuthorities, ownAuthorityOf, revocationDesk } from './revocation-desk.ts'

/** A file with a stamp that is good for longer. */
export interface Renewed {
  readonly pdf: Uint8Array
  /** When the certificate of its newest stamp ends. */
  readonly until: Date
}

/** Each call a transaction of its own, as in a protocol; answers of authorities are waited for in none. */
function askingOf({ clock, ports, write }: JobContext): Asking {
  return {
    now: clock.now(),
    port: wanted => ports.get(wanted),
    call: (definition, input) => write('platform', ({ call }) => call(definition, input)),
  }
}

/** What authorities say of the certificates of a stamp today, as they said it. */
async function evidenceOf(context: Asking, loaded: Signatures, certificates: readonly Certificate[]) {
  const own = await listOwnAuthorities(context)
  const ask = revocationDesk(context, loaded, own)
  const [lists, answers]: [Uint8Array[], Uint8Array[]] = [[], []]
  for (const certificate of certificates) {
    const issuer = certificates.find(
      other => other !== certificate && Buffer.compare(other.subjectName, certificate.issuerName) === 0,
    )
    if (issuer === undefined) continue
    await ask(certificate, issuer)
    const itself = ownAuthorityOf(own, issuer)
    if (itself !== undefined) {
      lists.push(itself.list)
      continue
    }
    const questions = loaded.revocationQuestions(certificate, issuer).map(({ id }) => id)
    if (questions.length === 0) continue
    const kept = await context.call(findAnswers, { questions })
    if (isRefused(kept)) throw new Error(kept.code)
    for (const { question, answer } of kept.answers)
      (question.startsWith('list:') ? lists : answers).push(Buffer.from(answer, 'base64'))
  }
  return { lists, answers }
}

/**
 * Stamps a sealed PDF again before its stamp ends: what the old stamp is judged by first, then a new stamp over all of it (PAdES B-LTA,
 * ETSI EN 319 142-1, 5.4.3). The signature and every earlier byte stay.
 * @returns null for a file without a stamp, or of another build than ours.
 * @throws TimestampFailed when no clock answers.
 */
export async function renewStamp(context: JobContext, pdf: Uint8Array): Promise<Renewed | null> {
  const loaded = await library()
  const { addLongTermData, PdfNotSignable, readLastStamp, stampPdf } = loaded
  const last = readLastStamp(pdf)
  if (last === null) return null
  const asking = askingOf(context)
  const { certificates } = last
  const evidence = await evidenceOf(asking, loaded, certificates)
  try {
    const kept = addLongTermData(pdf, { certificates: certificates.map(({ der }) => der), ...evidence })
    const stamped = await stampPdf(kept, await clockOf(asking))
    return { pdf: stamped, until: readLastStamp(stamped)?.certificate.until ?? last.certificate.until }
  } catch (error) {
    if (error instanceof PdfNotSignable) return null
    throw error
  }
}

/** Until when the stamp of a sealed PDF is good; null for a file without one. */
export async function stampedUntil(pdf: Uint8Array): Promise<Date | null> {
  const { readLastStamp } = await library()
  return readLastStamp(pdf)?.certificate.until ?? null
}
