import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { NetworkPlace } from '../ports/network-places/port.ts'
import type { Travel } from '../rules/decide-travel.ts'

/** What is kept of where a sign-in came from. */
export interface SignInTrace {
  readonly trace: string
  readonly account: string
  readonly correlation: string
  readonly network: string
  readonly place: NetworkPlace | null
  readonly travel: Travel | null
}

/** Keeps a trace. */
export async function insertTrace(tx: Tx, trace: SignInTrace & { now: Date; until: Date }): Promise<void> {
  const { place, travel } = trace
  await run(
    tx,
    sql`insert into identity.sign_in_traces (tenant, trace, account, correlation, network, country, region, latitude, longitude,
        radius, at, until, kilometres, minutes)
      values (${tx.tenant}, ${trace.trace}, ${trace.account}, ${trace.correlation}, ${trace.network}, ${place?.country ?? null},
        ${place?.region ?? null}, ${place?.latitude ?? null}, ${place?.longitude ?? null}, ${place?.radius ?? null},
        ${trace.now}, ${trace.until}, ${travel?.kilometres ?? null}, ${travel?.minutes ?? null})`,
  )
}

/** The newest trace of an account whose place is known; sign-ins at once wait for one another. */
export async function findLastTraceForUpdate(
  tx: Tx,
  account: string,
): Promise<{ at: string; latitude: number; longitude: number; radius: number } | null> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in trace ${account}`}, 0))`)
  return findRow(
    tx,
    sql<{ at: string; latitude: number; longitude: number; radius: number }>`select at, latitude, longitude, radius
      from identity.sign_in_traces
      where tenant = ${tx.tenant} and account = ${account} and latitude is not null order by at desc, trace desc limit 1`,
  )
}

/** Journeys to the sign-ins of some correlations. */
export async function listTravels(
  reader: Reader,
  tenant: string,
  correlations: readonly string[],
): Promise<(Travel & { correlation: string })[]> {
  return rows(
    reader,
    sql<Travel & { correlation: string }>`select correlation, kilometres, minutes from identity.sign_in_traces
      where tenant = ${tenant} and correlation = any(${[...correlations]}::text[]) and kilometres is not null`,
  )
}

/** Forgets traces whose term is over; returns how many. */
export async function deleteTracesOver(tx: Tx, now: Date, limit: number): Promise<number> {
  return run(
    tx,
    sql`delete from identity.sign_in_traces where tenant = ${tx.tenant} and trace in (
      select trace from identity.sign_in_traces where tenant = ${tx.tenant} and until <= ${now} limit ${limit})`,
  )
}
