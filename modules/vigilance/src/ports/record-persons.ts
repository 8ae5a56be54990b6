import type { Context } from '@tereze/foundation-operations'
import { port } from '@tereze/operation'

/** Persons of some records, with the records in which nobody was found; `next` is where a search goes on. */
export interface FoundPersons {
  readonly persons: readonly string[]
  readonly unknown: readonly string[]
  readonly next: string | null
}

/** Whom the records of registers are about. Gives ids and no content. */
export interface RecordPersons {
  /** By ids of records: of an own register, or of one whose records are the persons themselves. */
  ofRecords(
    context: Context,
    about: { readonly organisation: string; readonly register: string; readonly records: readonly string[] },
  ): Promise<FoundPersons | 'no-register'>
  /** By a search of an own register. */
  bySearch(
    context: Context,
    about: {
      readonly organisation: string
      readonly register: string
      readonly where: Readonly<Record<string, string | number | boolean>>
      readonly after: string | null
      readonly limit: number
    },
  ): Promise<FoundPersons | 'no-register' | { readonly unfit: string }>
}

/** Bound to the registers by the composition root. */
export const recordPersons = port<RecordPersons>('vigilance.record-persons')
