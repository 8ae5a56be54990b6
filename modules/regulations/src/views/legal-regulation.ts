import type { Packages } from '@tereze/catalogue/contract'
import type { AroundRegulations } from '@tereze/regulation'
import type { LegalRegulation } from '../contract/index.ts'
import type { RegulationRow } from '../store/regulations.ts'
import { servicesOf } from './services-of.ts'

/** A version that is or was law, as anyone sees it: with the published services that are given by this very text. */
export function legalRegulation(packages: Packages, around: AroundRegulations, row: RegulationRow): LegalRegulation {
  const { id, owner, code, version, jurisdiction, title, inForce, endsOn, life } = row
  const services = servicesOf(packages, around, row).filter(({ content }) => content === life.content)
  return {
    regulation: id,
    organisation: owner,
    code,
    version,
    jurisdiction,
    title,
    inForce: inForce ?? '',
    until: endsOn,
    services: services.map(({ pack }) => pack.id),
  }
}
