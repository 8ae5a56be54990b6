import { compareRegulations, regulationSource } from '@tereze/regulation'
import { differencesOf } from './file/changes-in-words.ts'

/** A place of a JSON file that differs, for machines; a side without the member has nothing there. */
export interface ChangedValue {
  /** JSON Pointer (RFC 6901); elements of lists are named by their ids where they have some. */
  readonly pointer: string
  /** In a digital regulation the clause that it rests on; null: the regulation as a whole. */
  readonly clause?: string | null
  readonly was?: unknown
  readonly is?: unknown
}

/** Where two texts of a JSON file differ, value by value; null for files that are no JSON, or where one of them is not there or broken. */
export function valuesOfChanges(
  path: string,
  before: string | undefined,
  after: string | undefined,
): readonly ChangedValue[] | null {
  if (!path.endsWith('.json') || before === undefined || after === undefined) return null
  try {
    const [was, is]: unknown[] = [JSON.parse(before), JSON.parse(after)]
    return path === regulationSource
      ? compareRegulations(was, is).map(({ place, clause, from, to }) => ({
          pointer: place,
          clause,
          was: from,
          is: to,
        }))
      : differencesOf(was, is).map(({ pointer, was: one, is: other }) => ({ pointer, was: one, is: other }))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
