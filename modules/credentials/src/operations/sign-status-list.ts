import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { addresses } from '../addresses.ts'
import { issuerUnknown, signStatusList } from '../contract/index.ts'
import { place } from '../ports/place.ts'
import { statusListType } from '../rules/jwt-types.ts'
import { writeStatusBits } from '../rules/status-bits.ts'
import { findList, listRevokedPlaces, lockList, updateSigned } from '../store/status-lists.ts'

/** For how long others may keep a list, seconds: so long a revoked credential may still be taken for a good one elsewhere. */
export const listTtl = 300
/** For how long a signed list holds, seconds. */
const listLife = 86_400

/** Gives the signed list; it is signed anew when something on it changed, and at half of its life. */
export const signStatusListHandler = handle(signStatusList, {
  tenant: input => input.organisation,
  async run({ organisation, list }, { tx, now, port }) {
    const known = await findList(tx, organisation, list, now)
    if (known === null) return refuse(issuerUnknown, { pointer: '/list' })
    if (known.signed !== null) return { token: known.signed }
    await lockList(tx, list)
    const iat = Math.floor(now.getTime() / 1000)
    const payload = {
      iss: addresses.issuer(port(place).origin, organisation),
      sub: addresses.status(port(place).origin, organisation, list),
      iat,
      exp: iat + listLife,
      ttl: listTtl,
      status_list: { bits: 1, lst: writeStatusBits(await listRevokedPlaces(tx, organisation, list)) },
    }
    const signer = await port(keyring).signer(tx, 'seal')
    const token = await signer.sign(JSON.stringify(payload), statusListType)
    await updateSigned(tx, list, { text: token, until: new Date(now.getTime() + (listLife / 2) * 1000) })
    return { token }
  },
})
