import type { RegulationCard } from '../contract/index.ts'
import type { RegulationRow } from '../store/regulations.ts'

/** A regulation as lists show it. */
export function regulationCard(row: RegulationRow): RegulationCard {
  const { owner, id, code, version, kind, jurisdiction, title, stage, turns, inForce, endsOn, changedAt } = row
  return {
    regulation: id,
    owner,
    code,
    version,
    kind,
    jurisdiction,
    title,
    stage,
    turns: turns.map(({ body, what, since, due, late }) => ({ body, what, since, due, late })),
    inForce,
    endsOn,
    changedAt,
  }
}
