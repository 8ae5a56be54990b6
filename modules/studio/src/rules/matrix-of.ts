import { findOrganisation, listPublishedOrganisations, type Packages, textOf } from '@tereze/catalogue/contract'
import type { OutputOf } from '@tereze/operation'
import type { listVariants } from '../contract/variant.ts'
import { ownerOfCard } from './package-files.ts'
import { type JoiningDraft, variantCells } from './variant-cells.ts'
import { templatesInUse, variantsIn } from './variants-in.ts'

/** The readiness matrix of what is published, as an organisation with its drafts sees it: typical services by the regions that local bodies serve. */
export function matrixOf(
  all: Packages,
  organisation: string,
  drafts: readonly JoiningDraft[],
): OutputOf<typeof listVariants> {
  const templates = templatesInUse(all)
  const jurisdictions = [...new Set(templates.map(({ jurisdiction }) => jurisdiction))]
  const local = listPublishedOrganisations(all).filter(
    ({ level, jurisdiction }) => level !== 'national' && jurisdictions.includes(jurisdiction),
  )
  const regions = [...new Map(local.flatMap(body => body.regions.map(region => [region, body.jurisdiction] as const)))]
  const regionsOf = (body: string) => {
    const found = findOrganisation(all, body)
    return found === null || found.level === 'national' ? [] : found.regions
  }
  return {
    regions: regions.map(([region, jurisdiction]) => {
      const pack = all.find('jurisdiction', jurisdiction)
      const key = `region.${region}`
      const title = pack?.messages.has(key) === true ? textOf(pack, key) : { en: region, ru: region, kk: region }
      return { region, title }
    }),
    services: templates.flatMap(({ id }) => {
      const pack = all.find('service', id)
      if (pack === null) return []
      const owner = ownerOfCard(pack.json.get('service.json') ?? {})
      return [{ package: id, title: textOf(pack, 'title'), version: pack.version, owner }]
    }),
    cells: variantCells({
      services: templates.map(({ id }) => id),
      regions: regions.map(([region]) => region),
      variants: variantsIn(all),
      regionsOf,
      organisation,
      drafts,
    }),
  }
}
