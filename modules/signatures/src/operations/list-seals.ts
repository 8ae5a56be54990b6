import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { listSeals } from '../contract/index.ts'
import { decideSealState } from '../rules/decide-seal-state.ts'
import { purposes } from '../seal-keys.ts'
import { countUses } from '../store/seal-uses.ts'
import { listSealsOf } from '../store/seals.ts'
import { isClock, tellCertificate } from '../tell-certificate.ts'

const unused = { things: 0, signatures: 0, firstAt: null, lastAt: null }

/** Lists the certificates of an organisation's seal; those of the installation's clock are not seals. */
export const listSealsHandler = handle(listSeals, {
  tenant: input => input.organisation,
  async run(_, context) {
    const { tx, now } = context
    const key = await context.port(keyring).findPrivateJwk(tx, tx.tenant, purposes.seal)
    const rows = await listSealsOf(tx, tx.tenant)
    const loaded = await library()
    const uses = await countUses(tx, tx.tenant)
    const present = rows.find(({ kid }) => kid === key?.kid)?.serial
    return {
      items: rows.flatMap(row => {
        const certificate = loaded.readCertificate(row.certificate)
        if (certificate === null || isClock(certificate)) return []
        const state = decideSealState(row, { now, isPresent: row.serial === present })
        const { revokedAt, revokedBecause } = row
        return [
          {
            ...tellCertificate(loaded, certificate),
            state,
            revokedAt,
            revokedBecause,
            uses: uses.get(row.serial) ?? unused,
          },
        ]
      }),
    }
  },
})
