import type { Oracle } from '../state.ts'
import { stillWaits, trigger, waitsOf } from '../waits.ts'

/** Clause 10.4.5: a signal reaches everyone who waits for it at that moment; it is not kept. */
export function throwSignal(oracle: Oracle, name: string): void {
  for (const wait of waitsOf(oracle).filter(wait => wait.kind === 'signal' && wait.name === name))
    if (stillWaits(oracle, wait)) trigger(oracle, wait)
}
