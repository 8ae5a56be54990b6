import type { MigrationReport } from '@tereze/cases/contract'

/** Where each place goes: as chosen, else as the platform suggests; what keeps its id is not named. */
export function mappingOf(
  report: MigrationReport | undefined,
  chosen: Readonly<Record<string, string>>,
): Record<string, string> {
  const suggested = (report?.places ?? []).flatMap(({ place, to }) =>
    to === null || to === place.node ? [] : [[place.node, to] as const],
  )
  return Object.fromEntries([...suggested, ...Object.entries(chosen)].filter(([from, to]) => to !== '' && to !== from))
}

/** The nodes that a place may go to: of its process, of its type. */
export function targetsFor(
  report: MigrationReport,
  place: MigrationReport['places'][number],
): MigrationReport['targets'] {
  return report.targets.filter(target => target.process === place.process && target.type === place.type)
}
