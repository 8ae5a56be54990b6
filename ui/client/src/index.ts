export { type Brought, bringFile } from './bring-file.ts'
export * from './client.ts'
export * from './create-client.ts'
export { type Download, download } from './download.ts'
export { newIdempotencyKey } from './idempotency-key.ts'
export {
  type CommonCode,
  type FieldTrouble,
  isProblem,
  mayRetry,
  type Problem,
  type ProblemBody,
  type Refusal,
  refusalProblem,
  type SignedOut,
  type TimedOut,
  timedOut,
  type Unreachable,
  type Unreadable,
  unreachable,
  unreadable,
} from './problem.ts'
