import type { AuditLine } from '@tereze/foundation-operations'
import type { PlacedLine } from '../store/sealed-lines.ts'

/** Formats for SIEM products: Common Event Format (ArcSight), Elastic Common Schema. */
export const siemFormats = ['cef', 'ecs'] as const
/** A format for SIEM products. */
export type SiemFormat = (typeof siemFormats)[number]

/** Whether what a line tells of was done. */
export const isDone = ({ outcome }: AuditLine): boolean => outcome === 'done'

/** Refusals that say that somebody may not, or did not prove who they are. */
const denials: ReadonlySet<string> = new Set([
  'operations.permission-missing',
  'operations.sign-in-needed',
  'operations.assurance-needed',
])

/** Whether what a line tells of was denied, and not only impossible. */
export const isDenied = ({ outcome }: AuditLine): boolean => denials.has(outcome)

/** How a line of the log is told in a format. */
export type TellLine = (placed: PlacedLine) => string
