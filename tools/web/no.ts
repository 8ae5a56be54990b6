import type { Operation } from '@tereze/operation'

/** A "no" of the sample: code, status, words, and what the words speak of. */
export class No extends Error {
  readonly code: string
  readonly status: number
  readonly params: Readonly<Record<string, string>>
  /** JSON Pointer of the field that it is about; empty: of none. */
  readonly pointer: string
  constructor(
    code: string,
    status: number,
    title: string,
    params: Readonly<Record<string, string>> = {},
    pointer = '',
  ) {
    super(title)
    this.code = code
    this.status = status
    this.params = params
    this.pointer = pointer
  }
}

/** One answer of the sample to one operation. */
export interface SampleHandler {
  readonly definition: Operation
  run(input: never): unknown
}
