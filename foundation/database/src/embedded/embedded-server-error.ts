/** Why the embedded server is not running. Stable; the words for people are in the message. */
export type EmbeddedServerProblem =
  | 'no-binaries'
  | 'in-use'
  | 'folder-unreachable'
  | 'port-taken'
  | 'not-created'
  | 'not-started'
  | 'not-stopped'

/** Broken surroundings of the embedded server. `message` says what is wrong and the way out of it. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError'
  readonly problem: EmbeddedServerProblem

  constructor(problem: EmbeddedServerProblem, message: string, options?: ErrorOptions) {
    super(message, options)
    this.problem = problem
  }
}
