import { post, sql, type Tx } from '@tereze/foundation-database'

/** Holds a file for somebody, once. */
export function insertHold(tx: Tx, file: string, holder: string): void {
  post(
    tx,
    sql`insert into exchange.file_holds (tenant, file, holder) values (${tx.tenant}, ${file}::uuid, ${holder}) on conflict do nothing`,
  )
}

/** Lets a file go; nothing where it was not held. */
export function deleteHold(tx: Tx, file: string, holder: string): void {
  post(
    tx,
    sql`delete from exchange.file_holds where tenant = ${tx.tenant} and file = ${file}::uuid and holder = ${holder}`,
  )
}
