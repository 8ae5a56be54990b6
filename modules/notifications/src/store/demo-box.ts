import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** Mail or an SMS in the demo's box. */
export interface DemoItem {
  readonly id: string
  readonly channel: 'email' | 'sms'
  readonly address: string
  readonly subject: string | null
  readonly text: string
  readonly arrivedAt: string
}

/** Puts something into the box; the same id again changes nothing. */
export async function insertDemoItem(tx: Tx, item: Omit<DemoItem, 'arrivedAt'> & { now: Date }): Promise<void> {
  await run(
    tx,
    sql`insert into notifications.demo_box (tenant, id, channel, address, subject, text, arrived_at)
        values (${tx.tenant}, ${item.id}, ${item.channel}, ${item.address}, ${item.subject}, ${item.text}, ${item.now})
        on conflict do nothing`,
  )
}

/** Newest first; all addresses or one. */
export function listDemoItems(reader: Reader, find: { address: string | null; limit: number }): Promise<DemoItem[]> {
  return rows(
    reader,
    sql<DemoItem>`select id, channel, address, subject, text, arrived_at as "arrivedAt" from notifications.demo_box
        where ${find.address}::text is null or address = ${find.address}
        order by arrived_at desc, id desc limit ${find.limit}`,
  )
}
