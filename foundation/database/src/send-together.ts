import type { Writable } from 'node:stream'
import type { PoolClient } from 'pg'
import { afterSettled } from './after-settled.ts'

/** What has gone out to PostgreSQL so far. */
export interface Sent {
  /** Statements, `begin` and `commit` among them. */
  readonly statements: number
  /** Calls of the system that carried them: of these each costs many times what a statement does that goes out beside others. */
  readonly packets: number
}

/**
 * Lets a connection send what is asked of it in one turn of the event loop with one call of the system: statements go out
 * one after the other without waiting for answers, and a call for each cost a sixth of all CPU.
 * @param sent counts what goes out.
 */
export function sendTogether(client: PoolClient, sent: { -readonly [Part in keyof Sent]: Sent[Part] }): void {
  const { connection } = client as unknown as { connection: { stream: Writable } }
  const query: (...given: unknown[]) => unknown = client.query.bind(client)
  let gathering = false
  const gathered = (...given: unknown[]) => {
    sent.statements += 1
    if (!gathering) {
      gathering = true
      const { stream } = connection
      stream.cork()
      // Once more than a transaction takes to be sure that its last statement can be sent: its commit goes with it.
      afterSettled(2, () => {
        gathering = false
        sent.packets += 1
        stream.uncork()
      })
    }
    return query(...given)
  }
  client.query = gathered as typeof client.query
}
