import { findOrganisation, listPublishedOrganisations, packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listVariants } from '../contract/variant.ts'
import { ownerOfCard } from '../rules/package-files.ts'
import { variantCells } from '../rules/variant-cells.ts'
import { templatesInUse, variantsIn } from '../rules/variants-in.ts'
import { listJoiningDrafts } from '../store/joining-drafts.ts'

/** The readiness matrix: typical services by regions. */
export const listVariantsHandler = handle(listVariants, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx, port }) {
    const all = port(packages)
    const templates = templatesInUse(all)
    const jurisdictions = [...new Set(templates.map(({ jurisdiction }) => jurisdiction))]
    const local = listPublishedOrganisations(all).filter(
      ({ level, jurisdiction }) => level !== 'national' && jurisdictions.includes(jurisdiction),
    )
    const regions = [
      ...new Map(local.flatMap(body => body.regions.map(region => [region, body.jurisdiction] as const))),
    ]
    const services = templates.flatMap(({ id }) => {
      const pack = all.find('service', id)
      if (pack === null) return []
      const owner = ownerOfCard(pack.json.get('service.json') ?? {})
      return [{ package: id, title: textOf(pack, 'title'), version: pack.version, owner }]
    })
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
      services,
      cells: variantCells({
        services: services.map(one => one.package),
        regions: regions.map(([region]) => region),
        variants: variantsIn(all),
        regionsOf,
        organisation,
        drafts: await listJoiningDrafts(tx, organisation),
      }),
    }
  },
})
