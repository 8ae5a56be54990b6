import type { Package } from './packages.ts'

/**
 * Whether a service is a template that bodies join: it is law for those who join, and nobody applies for it. Its variants, which are
 * services of those bodies, take applications and tell stories.
 */
export function isTemplate(pack: Pick<Package, 'json'>): boolean {
  return pack.json.get('regulation.json')?.kind === 'template'
}
