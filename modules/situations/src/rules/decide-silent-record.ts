import { type Fault, faultOf, millisecondsOf, type NoAnswer } from '@tereze/cases/contract'
import { usualTerm } from './decide-missing.ts'

/** What follows when the record that begins or moves a situation cannot be had. */
export interface SilentRecord {
  readonly fault: Fault
  /** Whether the people of the situation and those who run the platform are told. */
  readonly isTold: boolean
  /** Whether it is asked for no more until somebody says so. */
  readonly isOver: boolean
}

const owners: ReadonlySet<string> = new Set(['exchange.message-refused', 'exchange.member-refused'])

/** Whether the owner of a record answered that it has none to give: then there is nothing to see, and nothing to wait for. */
export function isNoRecord({ code }: NoAnswer): boolean {
  return owners.has(code)
}

/** A moment's silence is told to nobody. */
const usual = 'PT5M'

/**
 * What follows when a record gave no answer for so long (milliseconds): it is asked for again and again, less often once its silence is
 * told, and no more after thirty days. What another attempt alone does not mend is told at once, and asked for all the same, since
 * somebody may mend it. Pure.
 */
export function decideSilentRecord({ code, retry }: NoAnswer, waited: number): SilentRecord {
  const fault = faultOf(code)
  const isOver = waited >= millisecondsOf(usualTerm)
  return { fault, isOver, isTold: isOver || (!retry && fault !== 'lying') || waited >= millisecondsOf(usual) }
}
