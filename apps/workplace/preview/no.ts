import type { Operation } from '@tereze/operation'

/** A "no" of the sample: code, status, words. */
export class No extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, status: number, title: string) {
    super(title)
    this.code = code
    this.status = status
  }
}

/** One answer of the sample to one operation. */
export interface SampleHandler {
  readonly definition: Operation
  run(input: never): unknown
}
