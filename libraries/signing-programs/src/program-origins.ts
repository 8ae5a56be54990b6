import { address } from './ncalayer.ts'

/** Origin of each program on the reader's own machine, as a Content-Security-Policy names it. */
export const programOrigins = { ncalayer: address.replace(/\/$/, '') } as const
