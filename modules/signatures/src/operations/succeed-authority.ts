import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { refuse } from '@tereze/operation'
import { authorityMissing, authorityNotFound, succeedAuthority } from '../contract/index.ts'
import { beginAuthority } from '../own-authorities.ts'
import { platform } from '../platform.ts'
import { listAuthorities } from '../store/authorities.ts'

/** Begins the next authority before its time. Who looks at an old list, where another has begun meanwhile, begins none. */
export const succeedAuthorityHandler = handle(succeedAuthority, {
  tenant: () => platform,
  async run({ serial, reason }, context) {
    const { readCertificate } = await library()
    const serialOf = (certificate: Uint8Array) => readCertificate(certificate)?.serial
    const [present] = await listAuthorities(context.tx)
    if (present === undefined) return refuse(authorityMissing)
    if (serialOf(present.certificate) !== serial) return refuse(authorityNotFound, { pointer: '/serial' })
    const next = await beginAuthority(context, reason)
    const made = serialOf(next.certificate)
    if (made === undefined) throw new Error('what was issued is a certificate')
    context.concerns([], [`serial:${serial}`, `serial:${made}`])
    return { serial: made, until: next.until }
  },
})
