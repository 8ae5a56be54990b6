import { canonicalJson } from '@tereze/foundation-keys'

/**
 * What is signed to have an operation done: its name, and its input in the one form that JSON has (RFC 8785), a line each. Any program can
 * write it, and the same is written anew when the signature is used.
 */
export function signedOperation(operation: string, input: unknown): string {
  return `${operation}\n${canonicalJson(input)}\n`
}
