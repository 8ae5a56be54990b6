import { type Packages, packageDesk, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { DraftKind, PublicationProblem } from '../contract/index.ts'
import { cardOf } from '../rules/decide-path.ts'
import { type Published, whyNoRollback } from '../rules/decide-rollback.ts'
import { ownerOfCard } from '../rules/package-files.ts'
import { problemsOf } from '../rules/problems-of.ts'

/** The published versions of a package of an organisation; null when none of its packages is called so. */
export function publishedVersions(all: Packages, organisation: string, kind: DraftKind, id: string): Published | null {
  const used = all.find(kind, id)
  if (used === null || ownerOfCard(used.json.get(cardOf[kind]) ?? {}) !== organisation) return null
  const versions = all.versions(kind, id).map(({ version }) => ({ version, standing: all.standing(kind, id, version) }))
  return { used: used.version, versions }
}

/** What keeps the platform from letting new things begin with another version. */
export async function obstaclesToRollback(
  { tx, port }: Context,
  of: { readonly kind: DraftKind; readonly package: string; readonly from: string; readonly to: string },
): Promise<PublicationProblem[]> {
  const desk = port(packageDesk)
  const from = await desk.find(tx, of.kind, of.package, of.from)
  const to = await desk.find(tx, of.kind, of.package, of.to)
  if (from === null || to === null) return [{ path: '', code: 'studio.version-not-published' }]
  if (port(packages).find(of.kind, of.package)?.version !== of.from) return [{ path: '', code: 'studio.version-moved' }]
  return whyNoRollback({ kind: of.kind, from, to, found: problemsOf(to, await desk.check(to)) })
}
