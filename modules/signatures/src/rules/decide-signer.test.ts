import { expect, it } from 'vitest'
import type { CheckedSignature, KeySignatureKind, SignatureCheck } from '../contract/index.ts'
import { decideSigner } from './decide-signer.ts'

const title = { en: 'Number', ru: 'Номер', kk: 'Нөмір' }
const person = (value: string, kind = 'person-number') => ({ kind, of: 'person' as const, title, value })
const firm = (value: string) => ({ kind: 'organisation-number', of: 'organisation' as const, title, value })
const signature = (more: Partial<CheckedSignature>): CheckedSignature => ({
  format: 'cms',
  verdict: 'valid',
  fault: null,
  level: 'qualified',
  signer: { name: 'Test Signer', organisation: null },
  numbers: [person('one')],
  roles: [],
  authority: null,
  certificate: null,
  chain: [],
  claimedAt: null,
  provenAt: null,
  revocation: { status: 'good', by: null, from: null, revokedAt: null },
  covers: 'whole',
  isTimestamp: false,
  namesCertificate: true,
  algorithm: '',
  ...more,
})
const check = (...signatures: Partial<CheckedSignature>[]): SignatureCheck => ({
  kind: 'signed',
  fingerprint: '',
  checkedAt: '2026-03-02T04:00:00.000Z',
  signatures: signatures.map(signature),
})
const wanted = (needed: KeySignatureKind = 'qualified', organisation: string[] = []) => ({
  needed,
  person: [{ kind: 'person-number', value: 'one' }],
  organisation: organisation.map(value => ({ kind: 'organisation-number', value })),
})

it.each([
  [check({}), wanted(), 'qualified'],
  [check({ level: 'advanced' }), wanted('advanced'), 'advanced'],
  [check({ level: null }), wanted('advanced'), { refused: 'faulty', fault: 'chain-unknown' }],
  [check({ level: 'advanced' }), wanted(), { refused: 'too-weak', given: 'advanced' }],
  [check({ numbers: [person('two')] }), wanted(), { refused: 'signer-other' }],
  [check({ numbers: [person('one', 'kz-iin')] }), wanted(), { refused: 'signer-other' }],
  [check({ numbers: [person('one'), person('two')] }), wanted(), { refused: 'signer-other' }],
  [check({ numbers: [] }), wanted(), { refused: 'signer-other' }],
  [check({ numbers: [firm('firm')] }), wanted('qualified', ['firm']), { refused: 'signer-other' }],
  [check({ numbers: [person('one'), firm('firm')] }), wanted('qualified', ['firm']), 'qualified'],
  [check({ numbers: [person('one'), firm('firm')] }), wanted(), { refused: 'organisation-other' }],
  [
    check({ numbers: [person('one'), firm('other')] }),
    wanted('qualified', ['firm']),
    { refused: 'organisation-other' },
  ],
  [check({ numbers: [person('one')] }), wanted('qualified', ['firm']), 'qualified'],
  [check({ fault: 'certificate-revoked' }), wanted(), { refused: 'faulty', fault: 'certificate-revoked' }],
  [check({ fault: 'content-changed' }, {}), wanted(), 'qualified'],
  [check({ fault: 'content-changed' }, { numbers: [person('two')] }), wanted(), { refused: 'signer-other' }],
  [check({ format: 'pdf' }), wanted(), { refused: 'unreadable' }],
  [check({ isTimestamp: true }), wanted(), { refused: 'unreadable' }],
  [check(), wanted(), { refused: 'unreadable' }],
])('case %#', (found, who, expected) => {
  const decided = decideSigner(found, who)
  expect('taken' in decided ? decided.kind : decided).toEqual(expected)
})
