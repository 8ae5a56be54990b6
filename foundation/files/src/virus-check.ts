import { port } from '@tereze/operation'

/** What a check for viruses found: nothing, something with the name that the scanner gives it, or that no scanner is set up. */
export type Verdict = 'clean' | 'unchecked' | { readonly found: string }

/** Looks for viruses in a file. */
export interface VirusCheck {
  /** @throws VirusCheckUnavailable when the scanner does not answer: then the file is checked later, and not let through. */
  check(bytes: AsyncIterable<Uint8Array>): Promise<Verdict>
}

/** The scanner gave no verdict. */
export class VirusCheckUnavailable extends Error {
  constructor(why: string) {
    super(`the check for viruses is unavailable: ${why}`)
    this.name = 'VirusCheckUnavailable'
  }
}

/** Where modules find the scanner. */
export const virusCheck = port<VirusCheck>('foundation.virus-check')

/** No scanner is set up: the bytes are read, and nothing is said of them. */
export function noVirusCheck(): VirusCheck {
  return {
    async check(bytes) {
      for await (const _ of bytes);
      return 'unchecked'
    },
  }
}

/** A scanner that does not answer. */
export function failingVirusCheck(): VirusCheck {
  return { check: () => Promise.reject(new VirusCheckUnavailable('it is the failing one')) }
}
