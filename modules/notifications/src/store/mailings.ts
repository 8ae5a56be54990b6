import { findRow, type Reader, rows, sql } from '@tereze/foundation-database'
import type { Channel } from '../contract/index.ts'

/** How many messages of a mailing were written, and how many of them were read. */
export async function countMessages(
  reader: Reader,
  tenant: string,
  mailing: string,
): Promise<{ readonly written: number; readonly read: number }> {
  const counts = await findRow(
    reader,
    sql<{ written: number; read: number }>`select count(*)::int as written, count(read_at)::int as read
      from notifications.messages where tenant = ${tenant} and mailing = ${mailing}`,
  )
  return counts ?? { written: 0, read: 0 }
}

/** What came of the deliveries of a mailing, channel by channel. */
export async function countDeliveries(
  reader: Reader,
  tenant: string,
  mailing: string,
): Promise<
  readonly { readonly channel: Channel; readonly waiting: number; readonly sent: number; readonly failed: number }[]
> {
  return rows(
    reader,
    sql<{ channel: Channel; waiting: number; sent: number; failed: number }>`select d.channel,
        count(*) filter (where d.state = 'waiting')::int as waiting, count(*) filter (where d.state = 'sent')::int as sent,
        count(*) filter (where d.state = 'failed')::int as failed
      from notifications.messages m join notifications.deliveries d on d.tenant = m.tenant and d.message = m.id
      where m.tenant = ${tenant} and m.mailing = ${mailing} group by d.channel order by d.channel`,
  )
}
