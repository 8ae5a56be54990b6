import type { Context } from '@tereze/foundation-operations'
import { listOfficials } from '@tereze/identity/contract'
import { isRefused, type PersonName } from '@tereze/operation'
import type { LifeStep } from '../contract/index.ts'
import type { StepRow } from '../store/steps.ts'

const organisationOf = (body: string) => body.replace(/^org:/, '')

/** Steps with the names of those who took them, of whichever body they are. */
export async function lifeSteps(context: Context, rows: readonly StepRow[]): Promise<LifeStep[]> {
  const names = new Map<string, PersonName>()
  for (const body of new Set(rows.flatMap(row => row.body ?? []))) {
    const own = rows.flatMap(row => (row.body === body ? (row.official ?? []) : []))
    const officials = [...new Set(own)].slice(0, 500)
    const found = await context.call(listOfficials, { organisation: organisationOf(body), officials })
    for (const { official, name } of isRefused(found) ? [] : found.items) names.set(official, name)
  }
  return rows.map(({ number, step, body, official, at }) => ({
    number,
    step,
    body,
    by: official === null ? null : { official, name: names.get(official) ?? null },
    at,
  }))
}
