import {
  type Certificate,
  type RevocationAnswer,
  type RevocationQuestion,
  type Revocations,
  type Signatures,
  signatures,
} from '@tereze/foundation-signatures'
import { isRefused, systemActor } from '@tereze/operation'
import type { Asking } from './clock-of.ts'
import { findAnswers, keepAnswer, writeRevoked } from './contract/index.ts'
import { authorityLine } from './ports/authority-line.ts'

/** For how long an answer without a term is asked for again at every check after that: an hour. */
const freshFor = 3_600_000

/** An authority for seals of the installation's own, with its list of this moment. */
export interface OwnAuthority {
  readonly certificate: Certificate
  readonly list: Uint8Array
}

/** The own authorities, the newest first; none while no seal was ever certified. */
export async function listOwnAuthorities(context: Asking): Promise<readonly OwnAuthority[]> {
  const written = await context.call(writeRevoked, {}, { actor: systemActor('signatures', 'platform') })
  if (isRefused(written)) return []
  const { readCertificate } = await signatures()
  return [written, ...written.earlier].flatMap(({ authority, list }) => {
    const certificate = readCertificate(authority)
    return certificate === null ? [] : [{ certificate, list: Buffer.from(list, 'base64') }]
  })
}

/** The own authority that certified, by its certificate. */
export function ownAuthorityOf(own: readonly OwnAuthority[], issuer: Certificate): OwnAuthority | undefined {
  return own.find(({ certificate }) => Buffer.compare(issuer.der, certificate.der) === 0)
}

/**
 * Asks authorities about certificates: kept answers first, then OCSP, then the list of revoked ones. Each answer that holds is kept as
 * it came. Only certificates that lead to somebody trusted are ever asked about, so that a file cannot send the platform anywhere.
 */
export function revocationDesk(context: Asking, library: Signatures, own: readonly OwnAuthority[]): Revocations {
  const actor = systemActor('signatures', 'platform')

  async function keptOf(questions: readonly RevocationQuestion[]): Promise<RevocationAnswer[]> {
    const found = await context.call(findAnswers, { questions: questions.map(({ id }) => id) }, { actor })
    if (isRefused(found)) throw new Error(found.code)
    return found.answers.flatMap(({ question, answer, until, fetchedAt }) => {
      const fresh = until === null ? Date.parse(fetchedAt) + freshFor : Date.parse(until)
      const asked = questions.find(({ id }) => id === question)
      const read = fresh <= context.now.getTime() ? undefined : asked?.read(Buffer.from(answer, 'base64'))
      return read === undefined || 'fault' in read ? [] : [read]
    })
  }

  async function ask(question: RevocationQuestion): Promise<RevocationAnswer | null> {
    const reply = await context.port(authorityLine).send(question.request)
    const read = reply.ok && reply.status === 200 ? question.read(reply.body) : null
    if (read === null || !reply.ok || 'fault' in read) return null
    const kept = await context.call(
      keepAnswer,
      {
        question: question.id,
        address: question.address,
        answer: reply.body.toString('base64'),
        until: read.until?.toISOString() ?? null,
      },
      { actor },
    )
    if (isRefused(kept)) throw new Error(kept.code)
    return read
  }

  return async (certificate, issuer) => {
    const itself = ownAuthorityOf(own, issuer)
    if (itself !== undefined) {
      const answer = library.readRevocationList(itself.list, certificate, issuer)
      return 'fault' in answer ? [] : [answer]
    }
    const questions = library.revocationQuestions(certificate, issuer)
    if (questions.length === 0) return []
    const kept = await keptOf(questions)
    if (kept.length > 0) return kept
    for (const question of questions) {
      const answer = await ask(question)
      if (answer !== null) return [answer]
    }
    return []
  }
}
