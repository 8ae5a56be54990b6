import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A case as the archive sees it. */
export interface ArchiveRow {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly service: string
  readonly person: string
  readonly openedOn: string
  /** Local date of its end; null while it runs. */
  readonly closedOn: string | null
  /** The act in which it stands, not carried out nor taken back. */
  readonly destruction: string | null
  readonly endedAt: string | null
}

const columns = (zone: string) => sql`c.id, c.number, c.status, c.service, c.person,
  (c.opened_at at time zone ${zone})::date::text as "openedOn", (c.ended_at at time zone ${zone})::date::text as "closedOn",
  c.ended_at as "endedAt",
  (select i.destruction from cases.destruction_items i join cases.destructions d on d.tenant = i.tenant and d.id = i.destruction
    where i.tenant = c.tenant and i.destroyed_case = c.id and d.state in ('draft', 'signed') limit 1) as destruction`

/** Services of which an organisation has closed cases. */
export async function listClosedServices(reader: Reader, tenant: string): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{ service: string }>`select distinct service from cases.cases where tenant = ${tenant} and status = 'closed'`,
  )
  return found.map(({ service }) => service)
}

/** Closed cases, the first closed first, after a place; with `free` only those of a service closed until a local date. */
export async function listArchiveRows(
  reader: Reader,
  tenant: string,
  of: {
    readonly zone: string
    readonly free: readonly { readonly service: string; readonly until: string }[] | null
    readonly after: { readonly at: string; readonly id: string } | null
    readonly limit: number
  },
): Promise<ArchiveRow[]> {
  const { zone, free, after, limit } = of
  const over =
    free === null
      ? sql``
      : sql`and exists (select from jsonb_to_recordset(${JSON.stringify(free)}::jsonb) as f (service text, until date)
          where f.service = c.service and (c.ended_at at time zone ${zone})::date <= f.until)`
  const place = after === null ? sql`` : sql`and (c.ended_at, c.id) > (${after.at}::timestamptz, ${after.id})`
  return rows(
    reader,
    sql<ArchiveRow>`select ${columns(zone)} from cases.cases c
      where c.tenant = ${tenant} and c.status = 'closed' and c.ended_at is not null ${over} ${place}
      order by c.ended_at, c.id limit ${limit}`,
  )
}

/** Cases by id, locked so that nobody moves them; in the order of their ids. */
export async function lockArchiveRows(tx: Tx, zone: string, ids: readonly string[]): Promise<ArchiveRow[]> {
  return rows(
    tx,
    sql<ArchiveRow>`select ${columns(zone)} from cases.cases c
      where c.tenant = ${tx.tenant} and c.id = any(${ids as string[]}::text[]) order by c.id for update of c`,
  )
}

/** All cases of a person in the transaction's organisation, locked. */
export async function lockCasesOfPerson(tx: Tx, zone: string, person: string): Promise<ArchiveRow[]> {
  return rows(
    tx,
    sql<ArchiveRow>`select ${columns(zone)} from cases.cases c
      where c.tenant = ${tx.tenant} and c.person = ${person} order by c.id for update of c`,
  )
}

/**
 * Destroys cases with everything that belongs to them. Their files leave everybody's reach at once; the bytes are erased by the job that
 * erases loose files.
 */
export async function deleteCases(tx: Tx, ids: readonly string[]): Promise<void> {
  const cases = ids as string[]
  const own = sql`tenant = ${tx.tenant} and case_id = any(${cases}::text[])`
  await run(
    tx,
    sql`delete from cases.messages m using cases.instances i
      where m.tenant = ${tx.tenant} and i.tenant = m.tenant and i.id = m.instance and i.case_id = any(${cases}::text[])`,
  )
  await run(
    tx,
    sql`delete from cases.mentions m using cases.comments c
      where m.tenant = ${tx.tenant} and c.tenant = m.tenant and c.id = m.comment and c.case_id = any(${cases}::text[])`,
  )
  await run(tx, sql`update cases.attachments set case_id = null, leaving = true where ${own}`)
  await run(
    tx,
    sql`with instances as (delete from cases.instances where ${own}), tasks as (delete from cases.tasks where ${own}),
        work as (delete from cases.work where ${own}), acts as (delete from cases.acts where ${own}),
        decisions as (delete from cases.decisions where ${own}), timeline as (delete from cases.timeline where ${own}),
        history as (delete from cases.history where ${own}), incidents as (delete from cases.incidents where ${own}),
        interventions as (delete from cases.interventions where ${own}), deadlines as (delete from cases.deadlines where ${own}),
        watches as (delete from cases.watches where ${own}), batch_items as (delete from cases.batch_items where ${own}),
        comments as (delete from cases.comments where ${own}), subscriptions as (delete from cases.subscriptions where ${own}),
        signatures as (delete from cases.signatures where ${own})
      delete from cases.cases where tenant = ${tx.tenant} and id = any(${cases}::text[])`,
  )
}
