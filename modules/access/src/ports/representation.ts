import { port } from '@tereze/operation'

/** What access needs to know of families and firms from registers: whom a person may act for. */
export interface Representation {
  mayActFor(actor: string, person: string): Promise<boolean>
}
/** Bound to registers by the composition root. */
export const representation = port<Representation>('access.representation')
