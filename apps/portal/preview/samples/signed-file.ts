import type { CheckedSignature, SignatureCheck } from '@tereze/signatures/contract'

const signature: CheckedSignature = {
  format: 'pdf',
  verdict: 'valid',
  fault: null,
  level: 'qualified',
  signer: { name: 'Үлгібаева Әсем', organisation: 'Samal Clinic' },
  numbers: [
    {
      kind: 'person-number',
      of: 'person',
      title: { en: 'Person number', ru: 'Личный номер', kk: 'Жеке нөмір' },
      value: 'DM-AAAA-AAAA-A',
    },
  ],
  roles: [],
  authority: { name: 'Test Authority', organisation: null },
  certificate: {
    serial: '4f00aa11bb22cc33',
    from: '2025-06-01T00:00:00.000Z',
    until: '2026-06-01T00:00:00.000Z',
    fingerprint: 'ab'.repeat(32),
  },
  chain: [
    { name: 'Үлгібаева Әсем', organisation: 'Samal Clinic' },
    { name: 'Test Authority', organisation: null },
  ],
  claimedAt: '2026-03-01T05:00:00.000Z',
  provenAt: '2026-03-01T05:00:10.000Z',
  revocation: { status: 'good', by: 'ocsp', from: '2026-03-02T05:50:00.000Z', revokedAt: null },
  covers: 'earlier-version',
  isTimestamp: false,
  namesCertificate: true,
  algorithm: '1.2.840.10045.4.3.2',
}

/** A file with a signature that holds and one that does not. */
export const signedFile: SignatureCheck = {
  kind: 'signed',
  fingerprint: '0123456789abcdef'.repeat(4),
  checkedAt: '2026-03-02T06:00:00.000Z',
  signatures: [
    signature,
    {
      ...signature,
      verdict: 'indeterminate',
      fault: 'chain-unknown',
      level: null,
      provenAt: null,
      numbers: [],
      chain: [],
      covers: 'whole',
      revocation: { status: 'unknown', by: null, from: null, revokedAt: null },
    },
  ],
}
