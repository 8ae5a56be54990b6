import type { Colleague, Pipeline, WorkCard } from '../contract/index.ts'
import { daysBetween } from '../rules/months-to-publication.ts'
import { stageOf, wantingIn } from '../rules/work-state.ts'
import type { ArtefactRow } from '../store/work-artefacts.ts'
import type { SpellRow } from '../store/work-spells.ts'
import type { WorkRow } from '../store/works.ts'

/** A work as lists show it. @param now for works that are on their way. */
export function workCard(
  row: WorkRow,
  pipeline: Pipeline,
  spells: readonly SpellRow[],
  artefacts: readonly ArtefactRow[],
  who: (id: string) => Colleague,
  now: Date,
): WorkCard {
  const wanting = wantingIn(stageOf(pipeline, row.stage), spells, artefacts)
  const inHand = spells.filter(({ outcome }) => outcome === null).map(({ by }) => by)
  const isOpen = row.state === 'open'
  return {
    work: row.id,
    kind: row.kind,
    package: row.package,
    title: row.title,
    aim: row.aim,
    stage: row.stage,
    state: row.state,
    begun: { by: who(row.begunBy), at: row.begunAt },
    endedAt: row.endedAt,
    published:
      row.publishedAt === null || row.publishedVersion === null
        ? null
        : { version: row.publishedVersion, at: row.publishedAt },
    working: [...new Set(inHand)].map(who),
    tasksLeft: isOpen ? wanting.tasks.length : 0,
    atGate: isOpen && wanting.tasks.length === 0 && wanting.artefacts.length === 0,
    days: daysBetween(row.begunAt, row.publishedAt ?? row.endedAt ?? now.toISOString()),
    targetDays: pipeline.targetDays,
  }
}
