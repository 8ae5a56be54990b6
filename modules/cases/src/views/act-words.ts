import { findOrganisation, getOrganisation, type Package, type Packages } from '@tereze/catalogue/contract'
import type { Text } from '@tereze/operation'
import { jurisdictionOf } from '../definition/jurisdiction.ts'
import type { Service } from '../definition/service.ts'
import { findText, mapText, ownText } from './words.ts'

interface ActsOfLaw {
  readonly acts?: readonly { readonly id: string; readonly title: string }[]
}

function titleOf(jurisdiction: Package, id: string): Text | null {
  const file = jurisdiction.json.get('acts.json') as ActsOfLaw | undefined
  const title = file?.acts?.find(act => act.id === id)?.title
  return title === undefined ? null : findText([jurisdiction], title.replace(/^message:/, ''))
}

/** One ground, a clause of the regulation or `act:<act>/<clause>`, as the act of law by its title and the clause; null when unknown. */
function oneGround(jurisdiction: Package, service: Service, ground: string): Text | null {
  const source = service.regulation.clauses.find(({ id }) => id === ground)?.source ?? ground
  const [, act = '', clause = ''] = /^act:([^/]+)(?:\/(.+))?$/.exec(source) ?? []
  const title = titleOf(jurisdiction, act)
  if (title === null || clause === '') return title
  return mapText(language => ownText('act.ground', { act: title[language], clause })[language])
}

/** The grounds of a legal act (clauses separated by commas) in words; null when any of them is unknown. */
export function groundWords(packages: Packages, service: Service, ground: string | null): Text | null {
  if (ground === null) return null
  const jurisdiction = jurisdictionOf(packages, service.jurisdiction)
  const said = ground.split(', ').map(one => oneGround(jurisdiction, service, one))
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
