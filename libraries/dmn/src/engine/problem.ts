import type { Part, Position } from '../model/model.ts'
import { placeIn } from '../reader/text-place.ts'

/** What is wrong with a model, found when it is compiled. The rest of the model still works. */
export interface Problem {
  readonly code: ProblemCode
  /** For developers. */
  readonly message: string
  /** Id of the part; empty when it has none. */
  readonly element: string
  /** Where the mistake stands in the source: the very character of a FEEL text, otherwise where the part begins. */
  readonly at: Position
  /** Offset into the part's FEEL text, where there is one. */
  readonly offset: number | null
}

/** The kinds of problems; stable, tools may depend on them. */
export type ProblemCode =
  | 'dmn.expression-invalid'
  | 'dmn.type-unknown'
  | 'dmn.type-cyclic'
  | 'dmn.reference-unknown'
  | 'dmn.requirement-cyclic'
  | 'dmn.import-missing'
  | 'dmn.table-malformed'
  | 'dmn.language-unsupported'
  | 'dmn.name-repeated'
  | 'dmn.element-unknown'
  | 'dmn.hit-policy-unknown'
  | 'dmn.output-not-allowed'
  | 'dmn.type-mismatch'
  | 'dmn.function-unsupported'

/** Gathers problems while compiling. */
export class Problems {
  readonly found: Problem[] = []

  add(code: ProblemCode, part: Part, message: string, offset: number | null = null): void {
    if (this.found.length >= 1000) return
    this.found.push({ code, message, element: part.id, at: offset === null ? part.at : placeIn(part, offset), offset })
  }
}
