/** Why an expression cannot be compiled: a stable code, a sentence for developers, and the place in the text. */
export interface SyntaxProblem {
  readonly code: ProblemCode
  readonly message: string
  readonly start: number
  readonly end: number
}

/** The kinds of mistakes; stable, tools may depend on them. */
export type ProblemCode =
  | 'feel.unexpected-text'
  | 'feel.unexpected-end'
  | 'feel.number-invalid'
  | 'feel.string-invalid'
  | 'feel.too-deep'
  | 'feel.too-long'
  | 'feel.type-unknown'

/** Carries a problem out of the parser; never leaves the library. */
export class SyntaxFault extends Error {
  readonly problem: SyntaxProblem

  constructor(problem: SyntaxProblem) {
    super(problem.message)
    this.problem = problem
  }
}
