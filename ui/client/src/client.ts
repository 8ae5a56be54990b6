import type { CodeOf, InputOf, Operation, OutputOf } from '@tereze/operation'
import type { Problem } from './problem.ts'

/** How one call is made. */
export interface CallOptions {
  /**
   * Key under which a command is done at most once. Without it one is made, and kept until the platform has answered:
   * calling again with the same input after a lost answer is the same command.
   */
  readonly idempotencyKey?: string
  /** The statement in which the caller signed exactly this: the operation and its input (`x-tereze-signature`). */
  readonly signature?: string
  /** The visit in which an official calls for a visitor (`tereze-visit`). */
  readonly visit?: string
  /** Stops waiting; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/** What a call gives: the operation's output, or why there is none. */
export type Reply<O extends Operation> = OutputOf<O> | Problem<CodeOf<O>>

/** Calls operations by their definitions; the same shape in the browser and in a page rendered on the server. */
export interface Client {
  call<O extends Operation>(definition: O, input: InputOf<O>, options?: CallOptions): Promise<Reply<O>>
}
