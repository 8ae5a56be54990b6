import type { OutputOf } from '@tereze/operation'
import type { getProvenance } from '@tereze/registers/contract'
import type { Words } from '../words/words.ts'

/** Where a value came from. */
export type Origin = Pick<
  OutputOf<typeof getProvenance>['values'][number],
  'source' | 'recordedAt' | 'recordedBy' | 'approvedBy' | 'reason' | 'kind' | 'version'
>

/** Where a value came from, in one line: what brought it, of whom, when. */
export function originWords(origin: Origin, nameOf: (organisation: string) => string, words: Words): string {
  const { source } = origin
  return [
    words.say(`registers.source.${source.kind}`, { reference: source.reference }),
    nameOf(source.organisation),
    words.moment(origin.recordedAt, { short: true }),
  ].join(' · ')
}

/** The origin of a line of a record: the newest of those of its values. */
export function originOf<O extends Origin & { readonly pointer: string }>(
  pointer: string,
  values: readonly O[],
): O | null {
  const own = values.filter(value => value.pointer === pointer || value.pointer.startsWith(`${pointer}/`))
  return own.reduce<O | null>(
    (newest, value) => (newest === null || value.version > newest.version ? value : newest),
    null,
  )
}
