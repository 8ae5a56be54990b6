import { findGround, findOrganisation, getOrganisation, type Packages, textOf } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import { findActGround } from '../definition/grounds.ts'
import type { Service } from '../definition/service.ts'
import type { CaseRun } from '../engine/case-run.ts'
import { mapText, ownText, sameText } from './words.ts'

/** One ground, a clause of the regulation or `act:<act>/<clause>`, as the act of law by its title and the clause; null when unknown. */
function oneGround(packages: Packages, service: Service, ground: string): Text | null {
  const source = service.regulation.clauses.find(({ id }) => id === ground)?.source ?? ground
  return provisionWords(packages, service.jurisdiction, source)
}

/** A provision `act:<act>/<clause>` of a jurisdiction as the act of law by its title and the clause; null when unknown. */
export function provisionWords(packages: Packages, jurisdiction: string, source: string): Text | null {
  const found = findGround(packages, jurisdiction, source)
  if (found === null) return null
  const { title, clause } = found
  return clause === null
    ? { ...title }
    : mapText(language => ownText('act.ground', { act: title[language], clause })[language])
}

/** The grounds of a legal act (clauses separated by commas) in words; null when any of them is unknown. */
export function groundWords(packages: Packages, service: Service, ground: string | null): Text | null {
  if (ground === null) return null
  const said = ground.split(', ').map(one => oneGround(packages, service, one))
  const known = said.filter(text => text !== null)
  return known.length < said.length
    ? null
    : mapText(language => [...new Set(known.map(text => text[language]))].join('; '))
}

/** Who signed: an organisation by its name; an official, whose name is not for citizens, as one of the service's owner. */
export function signatoryWords(packages: Packages, service: Service, signatory: string): Text {
  const organisation = findOrganisation(packages, signatory)
  if (organisation !== null) return { ...organisation.name }
  const { name } = getOrganisation(packages, service.owner)
  return mapText(language => ownText('act.signed-by-official', { organisation: name[language] })[language])
}

/** What a ground of the regulation says, in words; its id where nobody has words for it. */
export function groundText({ packages, service }: CaseRun, kind: string, id: string): Text {
  const ground = findActGround(packages, service, kind, id)
  return ground === null ? sameText(id) : textOf(ground.pack, ground.text.replace(/^message:/, ''))
}
