import { findOrganisation, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { Approved } from '../rules/approval-statement.ts'
import type { RegulationRow } from '../store/regulations.ts'

/** What approving a regulation by an act says. */
export function approvalOf({ port }: Context, row: RegulationRow, act: string): Approved {
  const body = findOrganisation(port(packages), row.owner)?.name ?? { en: row.owner, ru: row.owner, kk: row.owner }
  const { id: regulation, title, version, life } = row
  return { regulation, title, version, body, act: act.trim(), content: life.content }
}
