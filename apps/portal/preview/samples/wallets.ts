import type { CheckedCredential, listOwnCredentials, makeOffer } from '@tereze/credentials/contract'
import type { DocumentContent } from '@tereze/documents/contract'
import type { OutputOf } from '@tereze/operation'
import { documents } from './documents.ts'
import { mother } from './family.ts'

const [first] = documents.items
if (first === undefined) throw new Error('the samples have a document')
const title = { en: 'Birth certificate', ru: 'Свидетельство о рождении', kk: 'Туу туралы куәлік' }

/** The first document with what stands behind it. */
export const ownDocument: DocumentContent = {
  ...first,
  person: mother,
  languages: ['kk', 'ru'],
  blocks: [],
  signed: 'sample',
  picture: null,
}

const held = {
  organisation: 'civil-registry',
  type: 'birth-certificate',
  title,
  document: first.document,
  key: 'TCAER19Zvu3OHF4j4W4vfSVoHIP1ILilDls7vCeGemc',
  issuedAt: '2026-03-01T09:12:00.000Z',
  expiresAt: '2027-03-01T09:12:00.000Z',
}

/** One credential that holds, one that was given up, one of a document that was corrected. */
export const credentials: OutputOf<typeof listOwnCredentials> = {
  items: [
    {
      ...held,
      credential: 'credential_01960000-0000-7000-8000-000000000003',
      wallet: 'wallet',
      revokedAt: null,
      revokedBecause: null,
    },
    {
      ...held,
      credential: 'credential_01960000-0000-7000-8000-000000000002',
      wallet: 'family-wallet',
      revokedAt: '2026-03-01T10:00:00.000Z',
      revokedBecause: 'person',
    },
    {
      ...held,
      credential: 'credential_01960000-0000-7000-8000-000000000001',
      wallet: 'family-wallet',
      revokedAt: '2026-03-01T08:00:00.000Z',
      revokedBecause: 'replaced',
    },
  ],
  next: null,
}

const at = `https://services.example/credentials/civil-registry/offers/${'a'.repeat(43)}`

/** The code of an offer. */
export const offer: OutputOf<typeof makeOffer> = {
  link: `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(at)}`,
  number: '402817',
  title,
  expiresAt: '2026-03-02T04:10:00.000Z',
}

/** A credential that was genuine and was revoked. */
export const checkedCredential: CheckedCredential = {
  fault: 'revoked',
  organisation: 'civil-registry',
  type: 'birth-certificate',
  title,
  issuedAt: held.issuedAt,
  expiresAt: held.expiresAt,
  revokedAt: '2026-03-01T10:00:00.000Z',
  claims: [
    {
      path: ['child', 'given_name'],
      label: { en: 'Child’s given name', ru: 'Имя ребёнка', kk: 'Баланың аты' },
      value: 'Айсұлу',
    },
    {
      path: ['child', 'born'],
      label: { en: 'Date of birth', ru: 'Дата рождения', kk: 'Туған күні' },
      value: '2026-02-24',
    },
  ],
}
