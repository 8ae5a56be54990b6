import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { PowerScope } from '../contract/power.ts'

/** A power as it is kept. */
export interface PowerRow extends PowerScope {
  readonly id: string
  readonly principal: string
  readonly delegate: string
  readonly givenBy: string
  readonly parent: string | null
  /** Local dates, first and last. */
  readonly from: string
  readonly until: string
  /** Number of the file that it came as, and the day until which its register's word counts; null: it was given here. */
  readonly document: string | null
  readonly confirmedUntil: string | null
  readonly state: 'offered' | 'accepted' | 'refused' | 'ended'
  readonly offeredAt: string
  readonly answeredAt: string | null
  readonly endedAt: string | null
  readonly endedBy: string | null
  readonly reason: string | null
}

const columns = sql`p.id, p.principal, p.delegate, p.given_by as "givenBy", p.parent, p.codes, p.services, p.depth,
  p.from_day as "from", p.until_day as "until", p.state, p.offered_at as "offeredAt", p.answered_at as "answeredAt",
  p.ended_at as "endedAt", p.ended_by as "endedBy", p.reason, p.document, p.confirmed_until as "confirmedUntil"`

/** What is known of a power when it is made. */
type NewPower = Omit<
  PowerRow,
  'state' | 'offeredAt' | 'answeredAt' | 'endedAt' | 'endedBy' | 'reason' | 'document' | 'confirmedUntil'
>

/** Keeps a power that came as a file: whoever brought it has accepted it. */
export function insertFilePower(
  tx: Tx,
  power: NewPower & { readonly document: string; readonly confirmedUntil: string; readonly now: Date },
): void {
  post(
    tx,
    sql`insert into access.powers (tenant, id, principal, delegate, given_by, parent, codes, services, depth, from_day, until_day, state,
        document, confirmed_until, offered_at, answered_at)
      values (${tx.tenant}, ${power.id}, ${power.principal}, ${power.delegate}, ${power.givenBy}, ${power.parent},
        ${power.codes as string[]}::text[], ${power.services as string[] | null}::text[], ${power.depth}, ${power.from}, ${power.until},
        'accepted', ${power.document}, ${power.confirmedUntil}, ${power.now}, ${power.now})`,
  )
}

/** The register was heard to have a file's power in force: it counts until a day. */
export function updateConfirmed(tx: Tx, document: string, until: string): void {
  post(
    tx,
    sql`update access.powers set confirmed_until = ${until}
      where tenant = ${tx.tenant} and document = ${document} and state = 'accepted'`,
  )
}

/** The register was heard to have a file's power revoked. */
export function closeRevoked(tx: Tx, document: string, now: Date): void {
  post(
    tx,
    sql`update access.powers set state = 'ended', ended_at = ${now}
      where tenant = ${tx.tenant} and document = ${document} and state = 'accepted'`,
  )
}

/** Offers a power. */
export function insertPower(tx: Tx, power: NewPower & { now: Date }): void {
  post(
    tx,
    sql`insert into access.powers (tenant, id, principal, delegate, given_by, parent, codes, services, depth, from_day, until_day, state, offered_at)
      values (${tx.tenant}, ${power.id}, ${power.principal}, ${power.delegate}, ${power.givenBy}, ${power.parent},
        ${power.codes as string[]}::text[], ${power.services as string[] | null}::text[], ${power.depth}, ${power.from}, ${power.until},
        'offered', ${power.now})`,
  )
}

/** Powers that fit a condition, and all those above them. */
async function listWithAbove(reader: Reader, tenant: string, condition: ReturnType<typeof sql>): Promise<PowerRow[]> {
  return rows(
    reader,
    sql<PowerRow>`with recursive wanted as (
        select * from access.powers where tenant = ${tenant} and ${condition}
        union
        select above.* from wanted join access.powers above on above.tenant = wanted.tenant and above.id = wanted.parent
      )
      select ${columns} from wanted p order by p.offered_at desc, p.id desc`,
  )
}

/** Powers that somebody has for a principal, and those above them. */
export async function listPowersBetween(
  reader: Reader,
  tenant: string,
  delegate: string,
  principal: string,
): Promise<PowerRow[]> {
  return listWithAbove(reader, tenant, sql`delegate = ${delegate} and principal = ${principal}`)
}

/** Powers that somebody was given by anyone, and those above them; newest first. */
export async function listPowersOfDelegate(reader: Reader, tenant: string, delegate: string): Promise<PowerRow[]> {
  return listWithAbove(reader, tenant, sql`delegate = ${delegate}`)
}

/** All powers of a principal, newest first. */
export async function listPowersOfPrincipal(reader: Reader, tenant: string, principal: string): Promise<PowerRow[]> {
  return listWithAbove(reader, tenant, sql`principal = ${principal}`)
}

/** Powers that came of a file, and those above them. */
export async function listPowersOfDocument(reader: Reader, tenant: string, document: string): Promise<PowerRow[]> {
  return listWithAbove(reader, tenant, sql`document = ${document}`)
}

/** A power, and those above it. */
export async function listPowerWithAbove(reader: Reader, tenant: string, power: string): Promise<PowerRow[]> {
  return listWithAbove(reader, tenant, sql`id = ${power}`)
}

/** A power, held until the end of the transaction. */
export async function lockPower(tx: Tx, power: string): Promise<PowerRow | null> {
  return findRow(
    tx,
    sql<PowerRow>`select ${columns} from access.powers p where p.tenant = ${tx.tenant} and p.id = ${power} for update`,
  )
}

/** The answer of the one to whom a power was offered. */
export async function answerOffer(
  tx: Tx,
  power: string,
  answer: { readonly state: 'accepted' | 'refused'; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update access.powers set state = ${answer.state}, answered_at = ${answer.now}
      where tenant = ${tx.tenant} and id = ${power} and state = 'offered'`,
  )
}

/** Ends a power. */
export async function closePower(
  tx: Tx,
  power: string,
  end: { readonly by: string; readonly reason: string | null; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update access.powers set state = 'ended', ended_at = ${end.now}, ended_by = ${end.by}, reason = ${end.reason}
      where tenant = ${tx.tenant} and id = ${power} and state in ('offered', 'accepted')`,
  )
}
