import { createHash } from 'node:crypto'
import type { Database } from '@tereze/foundation-database'
import type { Clock } from '@tereze/foundation-operations'
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import { platform } from '../platform.ts'
import { findClient } from '../store/clients.ts'
import {
  deletePayload,
  deletePayloadsOfGrant,
  findPayload,
  findPayloadByUid,
  findPayloadByUserCode,
  insertUse,
  type KeptPayload,
  updatePayloadConsumed,
  upsertPayload,
} from '../store/openid.ts'
import { clientMetadata } from './client-metadata.ts'

/** Under what the id of something is kept: its SHA-256. */
export function hashOfId(id: string): Uint8Array {
  return createHash('sha256').update(id).digest()
}

function restored(kept: KeptPayload, more: AdapterPayload = {}): AdapterPayload {
  return {
    ...kept.payload,
    ...more,
    ...(kept.consumedAt === null ? {} : { consumed: Math.floor(Date.parse(kept.consumedAt) / 1000) }),
  }
}

/**
 * Keeps what the provider keeps in PostgreSQL. What can be used as a key (the id of a code, a token, a grant, what is typed on another
 * device) is there as a hash only. A device code keeps its id inside, since it is also found by what is typed, and a session keeps it,
 * since the provider also looks for sessions by another name. Clients are read where they are registered.
 */
export function createAdapter(model: string, database: Database, clock: Clock): Adapter {
  const write = <T>(work: Parameters<typeof database.transaction<T>>[1]) => database.transaction(platform, work)
  const keepsId = model === 'Session' || model === 'DeviceCode'
  return {
    async upsert(id, { jti, userCode, ...payload }, expiresIn) {
      const expiresAt = expiresIn === undefined ? null : new Date(clock.now().getTime() + expiresIn * 1000)
      if (model === 'ReplayDetection') {
        const first = await write(tx => insertUse(tx, model, hashOfId(id), expiresAt ?? clock.now()))
        if (!first) throw new errors.InvalidGrant('used already')
        return
      }
      await write(tx =>
        upsertPayload(tx, model, hashOfId(id), {
          payload: keepsId ? { ...payload, jti } : payload,
          grantId: typeof payload.grantId === 'string' ? payload.grantId : null,
          uid: typeof payload.uid === 'string' ? payload.uid : null,
          userCode: typeof userCode === 'string' ? hashOfId(userCode) : null,
          expiresAt,
        }),
      )
    },
    async find(id) {
      if (model === 'Client') {
        const client = await findClient(database, platform, id)
        return client === null ? undefined : clientMetadata(client)
      }
      const kept = await findPayload(database, platform, model, hashOfId(id))
      return kept === null ? undefined : restored(kept, { jti: id })
    },
    async findByUid(uid) {
      const kept = await findPayloadByUid(database, platform, model, uid)
      return kept === null ? undefined : restored(kept)
    },
    async findByUserCode(userCode) {
      const kept = await findPayloadByUserCode(database, platform, model, hashOfId(userCode))
      return kept === null ? undefined : restored(kept, { userCode })
    },
    async consume(id) {
      const first = await write(tx => updatePayloadConsumed(tx, model, hashOfId(id), clock.now()))
      if (!first) throw new errors.InvalidGrant('grant request is invalid')
    },
    async destroy(id) {
      await write(tx => deletePayload(tx, model, hashOfId(id)))
    },
    async revokeByGrantId(grantId) {
      await write(tx => deletePayloadsOfGrant(tx, grantId))
    },
  }
}
