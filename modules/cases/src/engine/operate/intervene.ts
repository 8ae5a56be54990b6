import { isErased, keyring } from '@tereze/foundation-keys'
import type { InstanceRow } from '../../store/instances.ts'
import { type InterventionKind, insertIntervention } from '../../store/interventions.ts'
import type { CaseRun } from '../case-run.ts'

/** Who operates on cases, why, and as part of which batch. */
export interface Operating {
  readonly official: string
  readonly reason: string
  readonly batch: string | null
}

/** Place under which values before and after are sealed. */
export const interventionPlace = (intervention: string) => `cases/intervention/${intervention}`

/** Keeps who did what in a case and why; values before and after are sealed under the applicant's key. */
export async function keepIntervention(
  run: CaseRun,
  operating: Operating,
  deed: {
    readonly kind: InterventionKind
    readonly instance: InstanceRow | null
    readonly element: string | null
    readonly change?: { readonly before: unknown; readonly after: unknown }
  },
): Promise<void> {
  const { context, row } = run
  const id = context.ids.newId('intervention')
  const sealed =
    deed.change === undefined
      ? null
      : await context
          .port(keyring)
          .seal(context.tx, row.person, new TextEncoder().encode(JSON.stringify(deed.change)), interventionPlace(id))
  await insertIntervention(context.tx, row.id, {
    id,
    instance: deed.instance?.id ?? null,
    kind: deed.kind,
    element: deed.element,
    official: operating.official,
    batch: operating.batch,
    reason: operating.reason,
    sealed: sealed === null || isErased(sealed) ? null : sealed,
    at: context.now.toISOString(),
  })
}
