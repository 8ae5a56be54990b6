/** How long a kind of files is kept: a number of years or months, or for ever. */
export interface Keep {
  readonly unit: 'years' | 'months' | 'for-ever'
  readonly count: number
}

/** Reads the term of a kind of files: an ISO 8601 period of whole years or months; anything else is for ever. */
export function readKeep(keep: string): Keep {
  const [, count, unit] = /^P(\d+)([YM])$/.exec(keep) ?? []
  if (count === undefined) return { unit: 'for-ever', count: 0 }
  return { unit: unit === 'Y' ? 'years' : 'months', count: Number(count) }
}
