import type { RecordedAct } from './act.ts'
import { appeal, appealOutcome } from './appeal.ts'
import { correction } from './correction.ts'
import { decision } from './decision.ts'
import { discontinuance } from './discontinuance.ts'
import { hearing } from './hearing.ts'
import { preliminaryDecision } from './preliminary-decision.ts'
import { refusalToAccept } from './refusal-to-accept.ts'
import { registration } from './registration.ts'
import { resumption } from './resumption.ts'
import { returned } from './returned.ts'

/** Every act that a process may record by `tereze:step="record-act"`, by its kind; the others are made by operations and steps of their own. */
export const recordedActs: ReadonlyMap<string, RecordedAct> = new Map(
  [
    registration,
    refusalToAccept,
    returned,
    preliminaryDecision,
    hearing,
    decision,
    discontinuance,
    resumption,
    correction,
    appeal,
    appealOutcome,
  ].map(act => [act.kind, act]),
)
