import { createHash } from 'node:crypto'
import type { Database } from '@tereze/foundation-database'
import type { Clock } from '@tereze/foundation-operations'
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import { platform } from '../platform.ts'
import {
  deletePayload,
  deletePayloadsOfGrant,
  findPayload,
  findPayloadByUid,
  type KeptPayload,
  updatePayloadConsumed,
  upsertPayload,
} from '../store/openid.ts'

function hashOf(id: string): Uint8Array {
  return createHash('sha256').update(id).digest()
}

function restored(kept: KeptPayload, id?: string): AdapterPayload {
  return {
    ...kept.payload,
    ...(id === undefined ? {} : { jti: id }),
    ...(kept.consumedAt === null ? {} : { consumed: Math.floor(Date.parse(kept.consumedAt) / 1000) }),
  }
}

/**
 * Keeps what the provider keeps in PostgreSQL. What can be used as a key (the id of a code, a token, a grant) is there as
 * a hash only; a session keeps its id, since the provider also looks for sessions by another name.
 */
export function createAdapter(model: string, database: Database, clock: Clock): Adapter {
  const write = <T>(work: Parameters<typeof database.transaction<T>>[1]) => database.transaction(platform, work)
  return {
    async upsert(id, { jti, ...payload }, expiresIn) {
      await write(tx =>
        upsertPayload(tx, model, hashOf(id), {
          payload: model === 'Session' ? { ...payload, jti } : payload,
          grantId: typeof payload.grantId === 'string' ? payload.grantId : null,
          uid: typeof payload.uid === 'string' ? payload.uid : null,
          expiresAt: expiresIn === undefined ? null : new Date(clock.now().getTime() + expiresIn * 1000),
        }),
      )
    },
    async find(id) {
      const kept = await findPayload(database, platform, model, hashOf(id))
      return kept === null ? undefined : restored(kept, id)
    },
    async findByUid(uid) {
      const kept = await findPayloadByUid(database, platform, model, uid)
      return kept === null ? undefined : restored(kept)
    },
    findByUserCode: async () => undefined,
    async consume(id) {
      const first = await write(tx => updatePayloadConsumed(tx, model, hashOf(id), clock.now()))
      if (!first) throw new errors.InvalidGrant('grant request is invalid')
    },
    async destroy(id) {
      await write(tx => deletePayload(tx, model, hashOf(id)))
    },
    async revokeByGrantId(grantId) {
      await write(tx => deletePayloadsOfGrant(tx, grantId))
    },
  }
}
