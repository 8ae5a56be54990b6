const units = [
  ['gigabyte', 1_000_000_000],
  ['megabyte', 1_000_000],
  ['kilobyte', 1000],
] as const

/** A size in the unit in which people read it, with one digit after the point below ten; never nothing for what has bytes. */
export function shownSize(bytes: number): {
  readonly unit: 'gigabyte' | 'megabyte' | 'kilobyte'
  readonly value: number
} {
  const [unit, size] = units.find(([, least]) => bytes >= least) ?? units[2]
  const exact = bytes / size
  return { unit, value: exact < 10 ? Math.max(0.1, Math.round(exact * 10) / 10) : Math.round(exact) }
}
