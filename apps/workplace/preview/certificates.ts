import {
  describeAuthority,
  distrustAuthority,
  issueCertificateOperation,
  listAuthorities,
  listCertificates,
  type MemberCertificate,
  revokeCertificate,
  rotateKey,
  type TrustedAuthority,
} from '@tereze/exchange/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { No, type SampleHandler } from '../../../tools/web/no.ts'

type Handle = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

/** Certificates of the sample: one of each state. */
export function sampleCertificates(now: Date, handler: Handle): SampleHandler[] {
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()
  const one = (
    number: number,
    system: string | null,
    state: MemberCertificate['state'],
    from: number,
    until: number,
  ): MemberCertificate => ({
    serial: `1f2e3d4c5b6a798${number}`,
    authority: system === null ? 'tereze' : 'outside-authority',
    kid: `sample-${number}`,
    system,
    from: at(from),
    until: at(until),
    state,
    why: null,
    check: system === null ? null : { status: 'good', saidAt: at(-0.01), until: at(1), fault: null, since: null },
    certificate: 'sample',
  })
  const items = [
    one(1, null, 'good', -20, 70),
    one(2, 'benefits-system', 'ends-soon', -85, 5),
    one(3, 'archive', 'not-yet-valid', 2, 92),
    one(4, 'archive', 'expired', -100, -10),
    {
      ...one(6, 'cadastre', 'unknown', -10, 80),
      check: {
        status: 'unknown' as const,
        saidAt: at(-3),
        until: at(-2),
        fault: 'unreachable' as const,
        since: at(-2.5),
      },
    },
  ]
  const authorities: TrustedAuthority[] = [
    {
      authority: 'outside-authority',
      subject: 'CN=Outside authority',
      until: at(1000),
      addresses: { list: null, ocsp: null },
      whenUnknown: 'refuse',
      untrusted: null,
      certificates: 3,
      revoked: 1,
      unknown: 1,
      answered: at(-0.01),
      fault: 'unreachable',
      since: at(-2.5),
    },
  ]
  return [
    handler(describeAuthority, () => ({ certificate: 'sample', revocations: '' })),
    handler(listCertificates, () => ({ items })),
    handler(listAuthorities, () => ({ items: authorities })),
    handler(distrustAuthority, ({ authority, reason: why }) => {
      const place = authorities.findIndex(item => item.authority === authority)
      const found = authorities[place]
      if (found !== undefined) authorities[place] = { ...found, untrusted: { since: at(0), why } }
      return { authority }
    }),
    handler(rotateKey, () => {
      items.unshift(one(5, null, 'good', 0, 90))
      return { kid: 'sample-5' }
    }),
    handler(issueCertificateOperation, ({ request }) => {
      if (!request.startsWith('-----BEGIN')) throw new No('exchange.certificate-unusable', 422, 'This is no request')
      const given = { serial: '77', kid: 'sample-7', certificate: 'sample', chain: '', from: at(0), until: at(90) }
      return { ...given, renew: at(60) }
    }),
    handler(revokeCertificate, ({ serial, reason }) => {
      const place = items.findIndex(item => item.serial === serial)
      const found = items[place]
      if (found !== undefined) items[place] = { ...found, state: 'revoked', why: reason }
      return { serial }
    }),
  ]
}
