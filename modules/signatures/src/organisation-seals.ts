import { readySeal } from './ready-seal.ts'
import { renewStamp, stampedUntil } from './renew-stamp.ts'

/** Seals of organisations for files: signing, and stamping again before a stamp ends. */
export const organisationSeals = { ready: readySeal, renew: renewStamp, stampedUntil } as const
