import { packages } from '@tereze/catalogue/contract'
import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { listTrusted } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { outsideClock } from '../ports/outside-clock.ts'
import { signers } from '../ports/signers.ts'
import { signatureProfiles, trustedAuthorities } from '../rules/signature-profiles.ts'
import { purposes } from '../seal-keys.ts'
import { listAdded } from '../store/added-authorities.ts'
import { listAuthorities } from '../store/authorities.ts'
import { findSealOfKey } from '../store/seals.ts'
import { tellAdded } from '../tell-authority.ts'
import { tellCertificate } from '../tell-certificate.ts'

/** Lists whose word on certificates and on time is taken here. */
export const listTrustedHandler = handle(listTrusted, {
  tenant: input => input.organisation,
  async run(_, context) {
    const { tx, actor } = context
    const loaded = await library()
    const clockKey = await context.port(keyring).findPrivateJwk(tx, platform, purposes.clock)
    const clock = clockKey?.kid === undefined ? null : await findSealOfKey(tx, platform, clockKey.kid)
    const tell = (row: { readonly certificate: Uint8Array } | null) => {
      const certificate = row === null ? null : loaded.readCertificate(row.certificate)
      return certificate === null ? null : tellCertificate(loaded, certificate)
    }
    const [present = null, ...earlier] = await listAuthorities(tx)
    const nameOf = async (official: string) => (await context.port(signers).nameOf(official)) ?? official
    const added = []
    for (const row of await listAdded(tx, platform)) {
      const read = loaded.readCertificate(row.certificate)
      if (read !== null) added.push(await tellAdded(loaded, row, read, { viewer: actor.id, nameOf }))
    }
    return {
      own: tell(present),
      earlier: earlier.flatMap(row => tell(row) ?? []),
      begunBecause: present?.because ?? null,
      authorities: trustedAuthorities(context.port(packages)).flatMap(({ jurisdiction, certificate, level }) => {
        const read = loaded.readCertificate(certificate)
        return read === null ? [] : [{ ...tellCertificate(loaded, read), jurisdiction, level }]
      }),
      added,
      jurisdictions: signatureProfiles(context.port(packages)).map(({ jurisdiction: id, title }) => ({ id, title })),
      clocks: { isOutsideFirst: context.port(outsideClock) !== null, own: tell(clock) },
    }
  },
})
