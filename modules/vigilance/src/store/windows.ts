import type { WindowState } from '@tereze/anomaly-rules'
import { post, rows, sql, type Tx } from '@tereze/foundation-database'

/** What a rule remembers of an actor, and the incident that is in force. */
export interface WindowRow {
  readonly rule: string
  readonly actor: string
  readonly state: WindowState
  readonly incident: string | null
  /** When a line concerned it last. */
  readonly at: string
}

/** What all rules remember of some actors. */
export async function listWindows(tx: Tx, actors: readonly string[]): Promise<readonly WindowRow[]> {
  return rows(
    tx,
    sql<WindowRow>`select rule, actor, state, incident, at from vigilance.windows
      where tenant = ${tx.tenant} and actor = any(${actors as string[]}::text[])`,
  )
}

/** Keeps what rules remember, many in one statement. */
export function upsertWindows(tx: Tx, windows: readonly WindowRow[]): void {
  if (windows.length === 0) return
  post(
    tx,
    sql`insert into vigilance.windows (tenant, rule, actor, state, incident, at)
      select ${tx.tenant}, w.rule, w.actor, w.state, w.incident, w.at
      from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb)
        as w (rule text, actor text, state jsonb, incident text, at timestamptz)
      on conflict on constraint windows_pk do update
        set state = excluded.state, incident = excluded.incident, at = excluded.at`,
  )
}

/** Forgets windows that nothing has concerned since an instant. */
export function deleteWindowsBefore(tx: Tx, before: Date): void {
  post(tx, sql`delete from vigilance.windows where tenant = ${tx.tenant} and at < ${before}`)
}
