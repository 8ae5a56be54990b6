import type { Tx } from '@tereze/foundation-database'
import type { Ids } from '@tereze/foundation-operations'
import { hashOfId } from './openid/adapter.ts'
import { findClient } from './store/clients.ts'
import { deletePayload, deletePayloadByUid, deletePayloadsOfGrant } from './store/openid.ts'
import { deleteSession } from './store/sessions.ts'
import { insertNotice } from './store/sign-out-notices.ts'

/** What the provider keeps in a session of each application that it signed somebody in for. */
interface Authorization {
  readonly sid?: string
  readonly grantId?: string
  /** What was given outlives the session: offline access. */
  readonly persistsLogout?: boolean
}

/** Ends a session of the provider: what was given for as long as it lasts is taken back, applications will hear of it. */
export async function endOpenIdSession(tx: Tx, uid: string, about: { now: Date; ids: Ids }): Promise<void> {
  const ended = await deletePayloadByUid(tx, 'Session', uid)
  if (ended === null) return
  const { accountId, authorizations } = ended.payload as {
    accountId?: string
    authorizations?: Readonly<Record<string, Authorization>>
  }
  for (const [id, { sid, grantId, persistsLogout }] of Object.entries(authorizations ?? {})) {
    if (grantId !== undefined && persistsLogout !== true) {
      await deletePayloadsOfGrant(tx, grantId)
      await deletePayload(tx, 'Grant', hashOfId(grantId))
    }
    const client = await findClient(tx, tx.tenant, id)
    if (client === null || client.signOutUri === null || sid === undefined || accountId === undefined) continue
    const notice = about.ids.newId('notice')
    await insertNotice(tx, { notice, client: id, account: accountId, sid, now: about.now })
  }
}

/** Ends a session of ours with the provider's behind it; false when there was none. */
export async function endSessionOf(tx: Tx, session: string, about: { now: Date; ids: Ids }): Promise<boolean> {
  const ended = await deleteSession(tx, session)
  if (ended === null) return false
  if (ended.openidSession !== null) await endOpenIdSession(tx, ended.openidSession, about)
  return true
}
