import type { DigitalRegulation } from '@tereze/regulation'

function numbersOf(version: string): readonly number[] {
  return version.split('.').map(Number)
}

function isNewer(one: string, other: string): boolean {
  const [a, b] = [numbersOf(one), numbersOf(other)]
  const at = a.findIndex((number, index) => number !== b[index])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

/** The newest version of a template that is newer than the one given; null when there is none. */
export function newest(templates: readonly DigitalRegulation[], than: DigitalRegulation): DigitalRegulation | null {
  return templates
    .filter(({ id, version }) => id === than.id && isNewer(version, than.version))
    .reduce<DigitalRegulation | null>(
      (best, one) => (best === null || isNewer(one.version, best.version) ? one : best),
      null,
    )
}
