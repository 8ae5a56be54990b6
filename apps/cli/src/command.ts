/** Where a command speaks. */
export interface Io {
  /** One line of the result, on standard output. */
  line(text: string): void
  /** One line about what goes on or wrong, on standard error. */
  note(text: string): void
}

/** The command was called wrongly: what is wrong, and the way out. */
export class UsageWrong extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string) {
    super(message)
    this.name = 'UsageWrong'
    this.remedy = remedy
  }
}

/** What was asked cannot be done now: what is in the way, and the way out. */
export class NotPossible extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string) {
    super(message)
    this.name = 'NotPossible'
    this.remedy = remedy
  }
}

/** Exit codes: done; found wanting or not possible; called wrongly. */
export const exitCodes = { done: 0, failed: 1, usage: 2 } as const

/** A command of `tereze`. */
export interface Command {
  /** As typed, e.g. `decision evaluate`. */
  readonly name: string
  /** What follows the name. */
  readonly usage: string
  readonly does: string
  /** Runs it; returns the exit code. */
  run(args: readonly string[], io: Io): Promise<number>
}
