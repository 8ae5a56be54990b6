import type { WitnessedState } from '@tereze/audit'
import type { Config } from '@tereze/foundation-config'
import { type Database, openDatabase } from '@tereze/foundation-database'
import { createOutgoing } from '@tereze/foundation-http'
import { createKeys, type Keys, keyLogSigner, type LogSigner } from '@tereze/foundation-keys'
import { systemClock } from '@tereze/foundation-operations'
import { httpWitnessLine, type WitnessLine } from '@tereze/foundation-witness'
import { masterKeyOf } from '@tereze/server'
import { NotPossible, UsageWrong } from './command.ts'
import { openDatabaseBeside } from './open-platform.ts'

/** The audit logs of the configuration, opened to be read. */
export interface OpenedLogs {
  readonly database: Database
  readonly keys: Keys
  readonly signer: LogSigner
  /** Of the logs of the exchange's messages. */
  readonly messageSigner: LogSigner
  close(): Promise<void>
}

/** Opens database and keys, nothing more: the content need not be published, and nothing runs. */
export async function openLogs(config: Config): Promise<OpenedLogs> {
  const opened = await openDatabaseBeside(config)
  const database = openDatabase({ url: opened.url, max: 4 })
  const keys = createKeys({ master: await masterKeyOf(config), now: () => systemClock.now() })
  const { host } = new URL(config.publicOrigin)
  return {
    database,
    keys,
    signer: keyLogSigner(keys, host, 'audit'),
    messageSigner: keyLogSigner(keys, host, 'exchange-log'),
    async close() {
      await database.close()
      await opened.close()
    },
  }
}

/** The witnesses of the configuration and those named beside. @throws UsageWrong */
export function witnessLinesOf(config: Config, beside: readonly string[]): readonly WitnessLine[] {
  const outgoing = createOutgoing({ privateHosts: config.privatePeers })
  return [...new Set([...config.witnesses, ...beside])].map(place => {
    const line = httpWitnessLine(place, outgoing)
    if (line !== null) return line
    throw new UsageWrong(
      `"${place}" is no witness`,
      'Give address#verifier-key, e.g. https://witness.example#witness.example+1a2b3c4d+BASE64; tereze witness prints its key.',
    )
  })
}

/** What the witnesses keep of a log. A witness that does not answer is no reason to say that all is well. @throws NotPossible */
export async function askWitnesses(lines: readonly WitnessLine[], origin: string): Promise<WitnessedState[]> {
  const states = await Promise.all(
    lines.map(async line => ({ witness: line.name, checkpoint: await line.newest(origin) })),
  )
  return states.flatMap(({ witness, checkpoint }) => {
    if (checkpoint === 'silent')
      throw new NotPossible(
        `the witness ${witness} does not answer`,
        'Look at its address; one in your own network has to stand in TEREZE_PRIVATE_PEERS as host:port.',
      )
    return checkpoint === null ? [] : [{ witness, checkpoint }]
  })
}
