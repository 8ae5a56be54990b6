import { witnessDoubted } from '@tereze/audit/contract'
import { job } from '@tereze/foundation-operations'
import { collectCosignatures as collect, doubtOf } from '@tereze/foundation-witness'
import { messageLogSigner } from '../ports/message-log-signer.ts'
import { messageWitnesses } from '../ports/witnesses.ts'
import { findStateForUpdate, getCosignedSize, keepAsked, listMessageLogs } from '../store/cosignatures.ts'
import { findNewestCheckpoint, listTiles } from '../store/log.ts'

/** Collects for the newest checkpoint of every log of messages the signatures of the witnesses that have not cosigned it yet. */
export const collectCosignatures = job({
  name: 'exchange.collect-cosignatures',
  every: 10_000,
  patient: true,
  run: ({ database, ports, write }) =>
    collect(ports.get(messageWitnesses), {
      list: () => listMessageLogs(database),
      checkpoint: tenant => findNewestCheckpoint(database, tenant),
      cosignedSize: (tenant, witness) => getCosignedSize(database, tenant, witness),
      tiles: (tenant, wanted) => listTiles(database, tenant, wanted),
      keep: (tenant, asked) =>
        write(tenant, async ({ tx, now, emit }) => {
          const { witness, size } = asked
          const before = await findStateForUpdate(tx, witness)
          keepAsked(tx, asked, now)
          const log = ports.get(messageLogSigner).nameOf(tenant)
          const doubt = doubtOf(before, asked)
          if (doubt !== null) await emit(witnessDoubted, { subject: log, data: { log, witness, size, state: doubt } })
        }),
    }),
})
