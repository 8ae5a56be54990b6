import type { DraftReadiness } from '@tereze/studio/contract'

/** Where no test bench runs stories of drafts and nobody certifies their testing: the gates that ask for it stay closed. */
export const noTestBench: DraftReadiness = {
  stories: async () => 'not-run',
  isCertified: async () => false,
}
