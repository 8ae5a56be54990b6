import { conceptIdOf } from '@tereze/meta-model'
import { type Language, languages } from '@tereze/operation'
import { findOrganisation } from '../contract/organisation.ts'
import { type Package, type Packages, textOf } from '../contract/packages.ts'
import { conceptsOf } from '../rules/concepts-of.ts'
import { isForPublic } from '../rules/is-for-public.ts'
import { conceptText, nameOfOrganisation } from '../views/data-entries.ts'
import { iriOf, type Statement, type StatementObject, type VocabularyName } from './statement.ts'

type Text = Readonly<Record<Language, string>>

/** The stable IRI of something that the catalogue holds; it does not change with the address of the platform. */
export function stableIri(kind: string, id: string): string {
  return `urn:tereze:${kind}:${id}`
}

/** Records of registers and answers of contracts are for those with a ground. */
const access = 'http://publications.europa.eu/resource/authority/access-right/RESTRICTED'
const platform = 'platform'

/** Statements about one thing. */
function about(subject: string, type: VocabularyName) {
  const statements: Statement[] = [{ subject, predicate: iriOf('rdf:type'), object: { iri: iriOf(type) } }]
  const add = (name: VocabularyName, object: StatementObject) =>
    statements.push({ subject, predicate: iriOf(name), object })
  return {
    statements,
    iri: (name: VocabularyName, iri: string) => add(name, { iri }),
    plain: (name: VocabularyName, text: string) => add(name, { text }),
    text(name: VocabularyName, text: Text) {
      for (const language of languages) add(name, { text: text[language], language })
    },
  }
}

const cardOf = (pack: Package) => (pack.json.get(`${pack.kind}.json`) ?? {}) as Readonly<Record<string, unknown>>
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const ownerOf = (pack: Package) =>
  String(cardOf(pack)[pack.kind === 'contract' ? 'provider' : 'owner'] ?? platform).replace(/^org:/, '')
const jurisdictionIri = (packages: Packages, organisation: string) =>
  stableIri('jurisdiction', findOrganisation(packages, organisation)?.jurisdiction ?? 'demo')

/** An organisation as agent (DCAT-AP 3) and as public organisation (CPSV-AP 3.2) at once. */
function organisation(packages: Packages, id: string): Statement[] {
  const name = nameOfOrganisation(packages, id)
  const it = about(stableIri('organisation', id), 'foaf:Agent')
  it.iri('rdf:type', iriOf('cv:PublicOrganisation'))
  it.text('foaf:name', name)
  // CPSV-AP calls the name of an agent by another property than DCAT-AP.
  it.text('dct:title', name)
  it.text('skos:prefLabel', name)
  it.plain('dct:identifier', id)
  it.iri('dct:spatial', jurisdictionIri(packages, id))
  return it.statements
}

/** A register as a dataset (DCAT-AP 3, *Dataset*): described to everybody, its records to those with a ground. */
function dataset(packages: Packages, pack: Package): Statement[] {
  const concept = conceptsOf(packages).get(conceptIdOf(String(cardOf(pack).concept ?? '')))
  const it = about(stableIri('register', pack.id), 'dcat:Dataset')
  it.text('dct:title', textOf(pack, 'title'))
  it.text(
    'dct:description',
    concept === undefined ? textOf(pack, 'title') : conceptText(packages, concept.id, 'definition'),
  )
  it.plain('dct:identifier', pack.id)
  it.plain('dcat:version', pack.version)
  it.iri('dct:publisher', stableIri('organisation', ownerOf(pack)))
  it.iri('dct:accessRights', access)
  return it.statements
}

/** Formats in which a version of open data lies ready, by the EU authority table file-type. */
const fileTypes = [
  { file: 'data.csv', format: 'CSV', media: 'text/csv' },
  { file: 'data.json', format: 'JSON', media: 'application/json' },
  { file: 'data.parquet', format: 'PARQUET', media: 'application/vnd.apache.parquet' },
] as const
const authority = (table: string, code: string) => `http://publications.europa.eu/resource/authority/${table}/${code}`
const frequencies: Readonly<Record<string, string>> = {
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
  quarterly: 'QUARTERLY',
  yearly: 'ANNUAL',
}

/** Open data as a dataset with its distributions (DCAT-AP 3): where the newest version lies, under which licence. */
function openDataset(packages: Packages, pack: Package, origin: string): Statement[] {
  const card = cardOf(pack)
  const subject = stableIri('dataset', pack.id)
  const it = about(subject, 'dcat:Dataset')
  it.text('dct:title', textOf(pack, 'title'))
  it.text('dct:description', textOf(pack, 'summary'))
  it.plain('dct:identifier', pack.id)
  it.plain('dcat:version', pack.version)
  it.iri('dct:publisher', stableIri('organisation', ownerOf(pack)))
  it.iri('dct:accessRights', authority('access-right', 'PUBLIC'))
  it.iri('dct:accrualPeriodicity', authority('frequency', frequencies[String(card.periodicity)] ?? 'UNKNOWN'))
  it.iri('dct:spatial', jurisdictionIri(packages, ownerOf(pack)))
  it.iri('dcat:landingPage', `${origin}/open-data/${pack.id}`)
  if (typeof card.theme === 'string') it.iri('dcat:theme', authority('data-theme', card.theme))
  for (const keyword of listOf(card.keywords))
    it.text('dcat:keyword', textOf(pack, String(keyword).replace(/^message:/, '')))
  const { register } = (card.source ?? {}) as { register?: unknown }
  if (typeof register === 'string') it.iri('dct:source', stableIri('register', register))
  const contact = about(`${subject}:contact`, 'vcard:Organization')
  const { email } = (card.contact ?? {}) as { email?: unknown }
  contact.iri('rdf:type', iriOf('vcard:Kind'))
  contact.text('vcard:fn', nameOfOrganisation(packages, ownerOf(pack)))
  contact.iri('vcard:hasEmail', `mailto:${String(email)}`)
  it.iri('dcat:contactPoint', `${subject}:contact`)
  const parts = fileTypes.flatMap(({ file, format, media }) => {
    const of = about(`${subject}:${format.toLowerCase()}`, 'dcat:Distribution')
    const address = `${origin}/datasets/${pack.id}/latest/${file}`
    it.iri('dcat:distribution', `${subject}:${format.toLowerCase()}`)
    of.text('dct:title', textOf(pack, 'title'))
    of.iri('dcat:accessURL', address)
    of.iri('dcat:downloadURL', address)
    of.iri('dct:format', authority('file-type', format))
    of.iri('dcat:mediaType', `https://www.iana.org/assignments/media-types/${media}`)
    of.iri('dct:license', String(card.licence))
    of.iri('dcatap:availability', authority('planned-availability', 'STABLE'))
    return of.statements
  })
  const landing = about(`${origin}/open-data/${pack.id}`, 'foaf:Document')
  const licence = about(String(card.licence), 'dct:LicenseDocument')
  return [...it.statements, ...contact.statements, ...landing.statements, ...licence.statements, ...parts]
}

/** A contract of the exchange as a data service (DCAT-AP 3, *Data Service*). */
function dataService(packages: Packages, pack: Package, endpoint: string): Statement[] {
  const it = about(stableIri('contract', pack.id), 'dcat:DataService')
  it.text('dct:title', textOf(pack, 'title'))
  it.plain('dct:identifier', pack.id)
  it.iri('dcat:endpointURL', endpoint)
  it.iri('dct:publisher', stableIri('organisation', ownerOf(pack)))
  it.iri('dct:accessRights', access)
  const finds = listOf((cardOf(pack).serves as { find?: unknown } | undefined)?.find)
  const served = new Set(finds.map(find => String((find as { register?: unknown }).register)))
  for (const register of served)
    if (packages.find('register', register) !== null) it.iri('dcat:servesDataset', stableIri('register', register))
  return it.statements
}

/** A service as a public service (CPSV-AP 3.2), with its channels, outputs and life events. */
function publicService(packages: Packages, pack: Package): Statement[] {
  const card = cardOf(pack)
  const it = about(stableIri('service', pack.id), 'cpsv:PublicService')
  it.plain('dct:identifier', pack.id)
  it.text('dct:title', textOf(pack, 'title'))
  it.text('dct:description', textOf(pack, 'summary'))
  it.iri('cv:hasCompetentAuthority', stableIri('organisation', ownerOf(pack)))
  it.iri('dct:spatial', jurisdictionIri(packages, ownerOf(pack)))
  const parts: Statement[] = []
  for (const situation of listOf(card.situations)) it.iri('cv:isGroupedBy', stableIri('situation', String(situation)))
  for (const channel of listOf(card.channels)) {
    const of = about(stableIri('channel', `${pack.id}:${channel}`), 'cv:Channel')
    of.plain('dct:identifier', `${pack.id}:${channel}`)
    parts.push(...of.statements)
    it.iri('cv:hasChannel', stableIri('channel', `${pack.id}:${channel}`))
  }
  for (const result of listOf(card.results)) {
    const of = about(stableIri('output', `${pack.id}:${result}`), 'cv:Output')
    of.plain('dct:identifier', `${pack.id}:${result}`)
    of.text('dct:title', textOf(pack, 'title'))
    parts.push(...of.statements)
    it.iri('cpsv:produces', stableIri('output', `${pack.id}:${result}`))
  }
  return [...it.statements, ...parts]
}

function lifeEvent(pack: Package): Statement[] {
  const it = about(stableIri('situation', pack.id), 'cv:LifeEvent')
  // Readers that know no subclasses look for the event.
  it.iri('rdf:type', iriOf('cv:Event'))
  it.plain('dct:identifier', pack.id)
  it.text('dct:title', textOf(pack, 'title'))
  it.text('dct:description', textOf(pack, 'summary'))
  return it.statements
}

/**
 * The public catalogue as RDF: registers and contracts by DCAT-AP 3, services, situations and organisations by CPSV-AP 3.2. It holds
 * what packages say of themselves, and no record of anybody.
 * @param origin the public address of the platform: the exchange takes messages there, and open data lie there.
 */
export function publicCatalogue(packages: Packages, origin: string): Statement[] {
  const endpoint = `${origin}/v1/exchange`
  const it = about(stableIri('catalogue', platform), 'dcat:Catalog')
  const words = packages.get('concept', 'concepts')
  it.text('dct:title', textOf(words, 'public-catalogue.title'))
  it.text('dct:description', textOf(words, 'public-catalogue.description'))
  it.iri('dct:publisher', stableIri('organisation', platform))
  const [registers, contracts, services, open] = (['register', 'contract', 'service', 'dataset'] as const).map(kind =>
    packages.list(kind).filter(isForPublic),
  )
  for (const { id } of open ?? []) it.iri('dcat:dataset', stableIri('dataset', id))
  for (const { id } of registers ?? []) it.iri('dcat:dataset', stableIri('register', id))
  for (const { id } of contracts ?? []) it.iri('dcat:service', stableIri('contract', id))
  const owners = new Set([
    platform,
    ...[registers, contracts, services, open].flatMap(packs => (packs ?? []).map(ownerOf)),
  ])
  const places = new Set([...owners].map(id => jurisdictionIri(packages, id)))
  return [
    ...it.statements,
    ...[...owners].flatMap(id => organisation(packages, id)),
    ...[...places].flatMap(place => about(place, 'dct:Location').statements),
    ...(registers ?? []).flatMap(pack => dataset(packages, pack)),
    ...(open ?? []).flatMap(pack => openDataset(packages, pack, origin)),
    ...(contracts ?? []).flatMap(pack => dataService(packages, pack, endpoint)),
    ...(services ?? []).flatMap(pack => publicService(packages, pack)),
    ...packages.list('situation').flatMap(lifeEvent),
  ]
}
