import { job } from '@tereze/foundation-operations'
import { collectCosignatures as collect } from '@tereze/foundation-witness'
import { witnesses } from '../ports/witnesses.ts'
import { getCosignedSize, insertCosignature, listLogs, updateWitness } from '../store/cosignatures.ts'
import { findCheckpoint, listTiles } from '../store/log.ts'

/** Collects for the newest checkpoint of every log the signatures of the witnesses that have not cosigned it yet. */
export const collectCosignatures = job({
  name: 'audit.collect-cosignatures',
  every: 10_000,
  patient: true,
  run: ({ database, clock, ports }) =>
    collect(ports.get(witnesses), {
      list: () => listLogs(database),
      checkpoint: tenant => findCheckpoint(database, tenant),
      cosignedSize: (tenant, witness) => getCosignedSize(database, tenant, witness),
      tiles: (tenant, wanted) => listTiles(database, tenant, wanted),
      async keep(tenant, { witness, size, state, lines }) {
        const time = clock.now()
        await database.transaction(tenant, async tx => {
          if (lines !== null) await insertCosignature(tx, { size, witness, lines, time })
          await updateWitness(tx, { witness, state, size, time })
        })
      },
    }),
})
