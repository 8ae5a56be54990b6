/** What a suite is given. */
export interface SuiteOptions {
  /** Folder of the outside data of all suites. */
  readonly data: string
  /** True when the folder was named, so that its absence is a failure. */
  readonly given: boolean
  /** File for the machine-readable result; null when none is wanted. */
  readonly out: string | null
}

/** What a suite found. */
export interface SuiteResult {
  readonly passed: number
  readonly failed: number
  /** False when the score fell below the committed one, or the data are absent where they must be present. */
  readonly ok: boolean
}

/** An outside suite: `conformance/<name>/suite.ts` exports it as `suite`. */
export interface Suite {
  readonly name: string
  readonly run: (options: SuiteOptions) => Promise<SuiteResult> | SuiteResult
}
