import type { AccessLine } from '@tereze/audit/contract'
import { findGround, findOrganisation, type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import { type Language, languages, type Text } from '@tereze/operation'
import type { Look } from '../contract/profile.ts'
import { hasText, ownText } from './words.ts'

function roleText(all: Packages, role: string): Text | null {
  const pack = all.list('access').find(candidate => candidate.messages.has(`role.${role}`))
  return pack === undefined ? null : textOf(pack, `role.${role}`)
}

/** The name of an organisation; its id where it is not published any more. */
export function organisationName(all: Packages, id: string): Text {
  return findOrganisation(all, id)?.name ?? { en: id, ru: id, kk: id }
}

/** Who looked: an official by role, a member of the exchange by its name, the platform's own machinery as such. */
function who(all: Packages, line: AccessLine): Text {
  if (line.own === true) return ownText('who.you')
  if (line.by === 'official') return roleText(all, line.roles[0] ?? '') ?? ownText('who.official')
  const member = /^system:exchange\/(.+)$/.exec(line.actor)?.[1]
  if (member !== undefined) return organisationName(all, member)
  const [actingBy] = fieldsOf(line, 'acting-by')
  if (actingBy !== undefined)
    return ownText(actingBy.startsWith('tie:') ? `who.${actingBy.replace(':', '-')}` : 'who.by-power')
  if (line.operation === 'identity.act-for') return ownText('who.acting')
  if (line.operation.startsWith('identity.') && line.outcome === 'done') return ownText('who.account')
  if (line.by === 'anonymous') return ownText('who.nobody')
  return ownText(line.by === 'person' ? 'who.person' : 'who.machine')
}

function firstText(keys: readonly string[], otherwise: string): Text {
  return ownText(keys.find(hasText) ?? otherwise)
}

/** Values of the fields of a kind: `register:people` → `people`. */
function fieldsOf(line: AccessLine, kind: string): string[] {
  const prefix = `${kind}:`
  return (line.fields ?? []).filter(field => field.startsWith(prefix)).map(field => field.slice(prefix.length))
}

/** Titles of what was looked at: the contract of the exchange and the registers, each once. */
function factsOf(all: Packages, line: AccessLine): Text[] {
  const contracts = fieldsOf(line, 'contract').map(contract => all.find('contract', ...split(contract)))
  const packs = [...contracts, ...fieldsOf(line, 'register').map(register => all.find('register', register))]
  const titles = packs.filter((pack): pack is Package => pack !== null).map(pack => textOf(pack, 'title'))
  return [...new Map(titles.map(title => [title.en, { ...title }])).values()]
}

function split(contract: string): [string, string | undefined] {
  const [id = '', major] = contract.split('@')
  return [id, major]
}

/** A ground in words: act and clause, an emergency that an official has declared, or a visit; null where it is not known. */
export function groundText(all: Packages, jurisdiction: string, ground: string | null): Text | null {
  if (ground?.startsWith('emergency:')) return ownText('ground.emergency')
  if (ground?.startsWith('visit:')) return ownText('ground.visit')
  const found = ground === null ? null : findGround(all, jurisdiction, ground)
  if (found === null) return null
  const { title, clause } = found
  if (clause === null) return { ...title }
  const [en = '', ru = '', kk = ''] = languages.map((language: Language) => {
    return ownText('ground', { act: title[language], clause })[language]
  })
  return { en, ru, kk }
}

/** What the person said when asked for consent; null where nobody asked. */
function consentText(line: AccessLine): Text | null {
  const [said] = fieldsOf(line, 'consent')
  if (said === undefined) return null
  if (said === 'refused' || said === 'timed-out') return ownText(`consent.${said}`)
  return said === '' ? ownText('consent.given') : ownText('consent.given-as', { reference: said })
}

/** Who looked, with the applications by which they came: by their names, or ids of those that are registered no more. */
function whoBy(all: Packages, line: AccessLine, names: ReadonlyMap<string, Text>): Text {
  const { applications = [] } = line
  if (applications.length === 0) return who(all, line)
  const acting = fieldsOf(line, 'acting-by').length > 0
  const someone = who(all, line)
  const [en = '', ru = '', kk = ''] = languages.map(language => {
    const name = applications.map(id => names.get(id)?.[language] ?? id).join(', ')
    return ownText(acting ? 'who.by-application' : 'who.application', { name, who: someone[language] })[language]
  })
  return { en, ru, kk }
}

/** A line of the access log as a person reads it; `names` are those of applications by id. */
export function viewLook(all: Packages, line: AccessLine, names: ReadonlyMap<string, Text> = new Map()): Look {
  const [module = ''] = line.operation.split('.')
  const refused = line.outcome !== 'done'
  const jurisdiction = findOrganisation(all, line.organisation)?.jurisdiction ?? ''
  const ground = line.ground ?? fieldsOf(line, 'ground')[0] ?? null
  const said = groundText(all, jurisdiction, ground)
  const purpose = all.find('jurisdiction', jurisdiction)
  const purposeKey = `classifier.purposes.${fieldsOf(line, 'purpose')[0] ?? ''}`
  const facts = factsOf(all, line)
  const [forCase] = fieldsOf(line, 'case')
  const consent = consentText(line)
  return {
    time: line.time,
    who: whoBy(all, line, names),
    organisation: line.organisation,
    organisationName: organisationName(all, line.organisation),
    what: firstText(
      [...(refused ? [`what.${module}.refused`] : []), `what.${line.operation}`, `what.${module}`],
      'what.other',
    ),
    why: purpose?.messages.has(purposeKey)
      ? { ...textOf(purpose, purposeKey) }
      : firstText([`why.${line.purpose}`, `why.${module}`], 'why.other'),
    ground,
    by: line.by,
    refused,
    ...(said === null ? {} : { groundText: said }),
    ...(facts.length === 0 ? {} : { facts }),
    ...(forCase === undefined ? {} : { case: forCase }),
    ...(consent === null ? {} : { consent }),
    ...(line.own === true ? { self: true } : {}),
    ...(line.log === undefined ? {} : { proof: { organisation: line.log, line: line.line } }),
  }
}
