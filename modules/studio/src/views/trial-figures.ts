import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { type TrialFigures, versionFigures } from '../contract/index.ts'
import { findPublished } from '../store/publications.ts'

/** How the version on trial and the one in use went since the trial began, in this order; none where no service is on trial. */
export async function trialFigures(
  context: Context,
  organisation: string,
  service: string,
): Promise<readonly TrialFigures[]> {
  const { tx, port } = context
  const all = port(packages)
  const trial = all.trial('service', service)
  const used = all.find('service', service)
  if (trial === null || used === null) return []
  const published = await findPublished(tx, organisation, 'service', service, trial.version)
  const since = published?.endedAt ?? new Date(0).toISOString()
  const versions = [trial.version, used.version]
  return port(versionFigures).read(context, { organisation, service, versions, since: new Date(since).toISOString() })
}
