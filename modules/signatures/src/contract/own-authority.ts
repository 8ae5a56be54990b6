import { Instant, operation } from '@tereze/operation'
import { Type } from 'typebox'
import { authorityMissing, authorityNotFound } from './seal.ts'
import { CertificateSerial } from './serial.ts'

/** The next authority for seals, before the present one's time. */
export const succeedAuthority = operation({
  name: 'signatures.succeed-authority',
  does: 'Begins the installation’s next authority for seals before its time, with a reason: it certifies from now on, and what the present one certified stays valid.',
  input: Type.Object({
    /** Number of the present authority's certificate. */
    serial: CertificateSerial,
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  output: Type.Object({ serial: CertificateSerial, until: Instant }),
  permission: 'signatures.authority.succeed',
  signature: 'advanced',
  refusals: [authorityMissing, authorityNotFound],
})
