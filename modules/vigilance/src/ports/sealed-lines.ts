import type { Reader } from '@tereze/foundation-database'
import type { AuditLine } from '@tereze/foundation-operations'
import { port } from '@tereze/operation'

/** A line of the audit log with its place: the log of an organisation counts from 0, without gaps, in the order of commits. */
export interface SealedLine {
  readonly index: number
  readonly line: AuditLine
}

/** The audit logs of the organisations as far as they are sealed. */
export interface SealedLines {
  /** How long each log is. */
  sizes(reader: Reader): Promise<readonly { readonly organisation: string; readonly size: number }[]>
  /** The next lines from a place on. */
  from(reader: Reader, organisation: string, index: number, limit: number): Promise<readonly SealedLine[]>
  /** Lines by id, oldest first. */
  find(reader: Reader, organisation: string, ids: readonly string[]): Promise<readonly SealedLine[]>
  /** Those of the names in the log that lines of an actor in a period are about. */
  lookedAt(reader: Reader, organisation: string, by: LookedBy, names: readonly string[]): Promise<readonly string[]>
}

/** Whose looks, and when. */
export interface LookedBy {
  readonly actor: string
  readonly since: string
  readonly until: string
}

/** Bound to the audit module by the composition root. */
export const sealedLines = port<SealedLines>('vigilance.sealed-lines')
