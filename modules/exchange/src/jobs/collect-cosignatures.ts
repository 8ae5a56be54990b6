import { job } from '@tereze/foundation-operations'
import { collectCosignatures as collect } from '@tereze/foundation-witness'
import { messageWitnesses } from '../ports/witnesses.ts'
import { getCosignedSize, keepAsked, listMessageLogs } from '../store/cosignatures.ts'
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
      keep: (tenant, asked) => write(tenant, async ({ tx, now }) => keepAsked(tx, asked, now)),
    }),
})
