import type { Part } from '@tereze/regulation'

/** What a field of any part of the format gets. */
export interface PartFieldProps {
  readonly pointer: string
  /** The member that the part's object is, and its own name in it. */
  readonly owner: string
  readonly member: string
  readonly label: string
  readonly part: Part
  readonly value: unknown
  readonly required: boolean
}
