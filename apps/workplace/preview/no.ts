import type { Operation } from '@tereze/operation'

/** A "no" of the sample: code, status, words, and what the words speak of. */
export class No extends Error {
  readonly code: string
  readonly status: number
  readonly params: Readonly<Record<string, string>>
  constructor(code: string, status: number, title: string, params: Readonly<Record<string, string>> = {}) {
    super(title)
    this.code = code
    this.status = status
    this.params = params
  }
}

/** One answer of the sample to one operation. */
export interface SampleHandler {
  readonly definition: Operation
  run(input: never): unknown
}
