import type { CaseRun } from '../case-run.ts'
import { heldSuspension } from '../suspension.ts'
import { tellResumed } from '../tell-resumed.ts'
import { applyResumption } from './resumption.ts'

/** Another body answered: a suspension that waited for that ends. */
export async function heedAgency(run: CaseRun): Promise<void> {
  const held = heldSuspension(run.row)
  if (held?.open === true && held.until === 'agency') await tellResumed(run, await applyResumption(run))
}
