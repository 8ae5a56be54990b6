import { job } from '@tereze/foundation-operations'
import { collectCosignatures as collect, doubtOf } from '@tereze/foundation-witness'
import { witnessDoubted } from '../contract/witness.ts'
import { logSigner } from '../ports/log-signer.ts'
import { witnesses } from '../ports/witnesses.ts'
import {
  findStateForUpdate,
  getCosignedSize,
  insertCosignature,
  listLogs,
  updateWitness,
} from '../store/cosignatures.ts'
import { findCheckpoint, listTiles } from '../store/log.ts'

/** Collects for the newest checkpoint of every log the signatures of the witnesses that have not cosigned it yet. */
export const collectCosignatures = job({
  name: 'audit.collect-cosignatures',
  every: 10_000,
  patient: true,
  run: ({ database, ports, write }) =>
    collect(ports.get(witnesses), {
      list: () => listLogs(database),
      checkpoint: tenant => findCheckpoint(database, tenant),
      cosignedSize: (tenant, witness) => getCosignedSize(database, tenant, witness),
      tiles: (tenant, wanted) => listTiles(database, tenant, wanted),
      keep: (tenant, asked) =>
        write(tenant, async ({ tx, now: time, emit }) => {
          const { witness, size, state, lines } = asked
          const before = await findStateForUpdate(tx, witness)
          if (lines !== null) await insertCosignature(tx, { size, witness, lines, time })
          await updateWitness(tx, { witness, state, size, time })
          const log = ports.get(logSigner).nameOf(tenant)
          const doubt = doubtOf(before, asked)
          if (doubt !== null) await emit(witnessDoubted, { subject: log, data: { log, witness, size, state: doubt } })
        }),
    }),
})
