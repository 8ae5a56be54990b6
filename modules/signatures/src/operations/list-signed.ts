import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { listSigned } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { openStatement } from '../statements.ts'
import { findPersonalCertificate } from '../store/personal-certificates.ts'
import { listSignedIds } from '../store/statements.ts'

/** Lists what the caller signed, and tells of the certificate of their key. */
export const listSignedHandler = handle(listSigned, {
  tenant: () => platform,
  async run(_input, { tx, now, actor, port, concerns }) {
    const items = []
    for (const statement of await listSignedIds(tx, platform, actor.id)) {
      const open = await openStatement(port(keyring), tx, { statement, account: actor.id, now })
      if (open !== null && open.kept !== null)
        items.push({ statement, title: open.prepared.title, signed: open.kept.by })
    }
    const certificate = await findPersonalCertificate(tx, platform, actor.id)
    concerns([actor.id])
    const key =
      certificate === null || certificate.revokedAt !== null
        ? null
        : { serial: certificate.serial, until: certificate.until }
    return { items, key }
  },
})
