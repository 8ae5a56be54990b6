import type { Context } from '@tereze/foundation-operations'
import { type Port, port } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** How the cases of a version went since the trial began. */
export const TrialFigures = Type.Object({
  version: Type.String(),
  cases: Type.Integer(),
  /** Median of the ended cases, days by the clock; null where none has ended. */
  medianDays: Type.Union([Type.Number(), Type.Null()]),
  decided: Type.Integer(),
  refused: Type.Integer(),
  /** Cases of which the process failed, mended or not. */
  faulty: Type.Integer(),
  appealed: Type.Integer(),
  /** Mean of 1 to 5; null where nobody rated. */
  rating: Type.Union([Type.Number(), Type.Null()]),
})
/** How the cases of a version went since the trial began. */
export type TrialFigures = Static<typeof TrialFigures>

/** What knows how the cases of versions of a service go; bound by the composition root, since cases are no matter of this module. */
export interface VersionFigureSource {
  /** In the order asked; @param since instant from which on the cases were opened. */
  read(
    context: Context,
    question: {
      readonly organisation: string
      readonly service: string
      readonly versions: readonly string[]
      readonly since: string
    },
  ): Promise<readonly TrialFigures[]>
}
/** What knows how the cases of versions of a service go. */
export const versionFigures: Port<VersionFigureSource> = port<VersionFigureSource>('studio.version-figures')
