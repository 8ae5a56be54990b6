import { handle } from '@tereze/foundation-operations'
import { foundAuthority } from '../contract/index.ts'
import { beginAuthority } from '../own-authorities.ts'
import { listAuthorities } from '../store/authorities.ts'

/** Gives the authority for seals; makes it at the first call, and where the last one has ended. */
export const foundAuthorityHandler = handle(foundAuthority, {
  tenant: () => 'platform',
  async run(_, context) {
    const [known] = await listAuthorities(context.tx)
    const isThere = known !== undefined && Date.parse(known.until) > context.now.getTime()
    const { certificate, until } = isThere ? known : await beginAuthority(context, null)
    return { certificate: Buffer.from(certificate).toString('base64'), until }
  },
})
