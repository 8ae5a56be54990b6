import { type Language, languages, type Text } from '@tereze/operation'
import { localMoment, writeDate } from '@tereze/wording'
import type { DocumentContent, Picture } from '../contract/index.ts'
import type { ReadySeal } from '../ports/seals.ts'
import { inEach } from './in-each.ts'

/** Key id in the head of a compact JWS, shortened to be printed; the algorithm before it. */
function keyOf(signed: string): string {
  const head = JSON.parse(atob(signed.split('.')[0]?.replaceAll('-', '+').replaceAll('_', '/') ?? '')) as {
    alg?: string
    kid?: string
  }
  return `${head.alg ?? ''} · ${head.kid ?? ''}`
}

/** What the page of a document shows. `origin` is where it can be checked. */
export function describePicture(
  document: DocumentContent,
  issuer: { readonly name: Text; readonly zone: string },
  word: (key: string, language: Language) => string,
  origin: string,
  seal: Pick<ReadySeal, 'serial' | 'until'>,
): Picture {
  const { reference, blocks, title } = document
  const date = localMoment(document.issuedAt, issuer.zone)?.date ?? document.issuedAt.slice(0, 10)
  const verifyUrl = `${origin}/verify/${reference}`
  return {
    languages: document.languages.length > 0 ? document.languages : [languages[0]],
    organisation: issuer.name,
    title,
    issued: inEach(language => writeDate(date, language)),
    date,
    reference,
    verifyUrl,
    verifyAddress: verifyUrl.replace(/^https?:\/\//, ''),
    key: keyOf(document.signed),
    certificate: inEach(language => {
      const until = localMoment(seal.until, issuer.zone)?.date ?? seal.until.slice(0, 10)
      return `${word('document.certificate', language)} ${seal.serial} · ${word('document.until', language)} ${writeDate(until, language)}`
    }),
    blocks,
    words: {
      signed: inEach(language => word('document.signed', language)),
      check: inEach(language => word('document.check', language)),
      qr: inEach(language => word('document.qr', language)),
    },
  }
}
