import { keyring } from '@tereze/foundation-keys'
import { type Context, job } from '@tereze/foundation-operations'
import { ownAuthority, renewFrom } from '../rules/authority.ts'
import { operator } from '../rules/certificate.ts'
import { certify } from '../serving/certify.ts'
import { listAuthorityRows, listCertificateRows } from '../store/certificates.ts'

/** How long a key is signed with, milliseconds. */
const lifetime = 90 * 86_400_000

/** Certifies the key that the installation keeps for a member, when its certificate is in the last third of its life or there is none. */
async function renewOwn(context: Context): Promise<boolean> {
  const { tx, now, port } = context
  const [current] = await port(keyring).publicJwks(tx, tx.tenant, 'exchange')
  if (current?.kid === undefined) return false
  const rows = await listCertificateRows(tx, tx.tenant, operator, now, current.kid)
  const fresh = rows.some(
    ({ state, from, until }) => state === null && renewFrom(new Date(from), new Date(until)).getTime() > now.getTime(),
  )
  if (fresh) return false
  await certify(context, { system: null, jwk: current })
  return true
}

/**
 * Makes successors of keys that are ninety days old, which other installations learn of when they first see one, and certificates of the
 * keys that the installation keeps, each before the one before ends.
 */
export const renewKeys = job({
  name: 'exchange.renew-keys',
  every: 3_600_000,
  patient: true,
  async run({ database, clock, ports, write }) {
    const keys = ports.get(keyring)
    const now = clock.now()
    const aged = await keys.listAged(database, 'exchange', new Date(now.getTime() - lifetime))
    for (const tenant of aged) await write(tenant, ({ tx }) => keys.rotate(tx, 'exchange'))
    if (!(await listAuthorityRows(database, operator)).some(({ id }) => id === ownAuthority)) return aged.length
    let renewed = 0
    for (const tenant of await keys.listAged(database, 'exchange', new Date(now.getTime() + 1)))
      renewed += (await write(tenant, renewOwn)) ? 1 : 0
    return aged.length + renewed
  },
})
