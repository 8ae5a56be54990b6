/** Namespaces of the vocabularies that the public catalogue speaks. */
export const namespaces = {
  adms: 'http://www.w3.org/ns/adms#',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcatap: 'http://data.europa.eu/r5r/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
} as const

/** A name of a vocabulary, such as `dct:title`. */
export type VocabularyName = `${keyof typeof namespaces}:${string}`

/** What a statement says: a thing by its IRI, or a text, perhaps in a language. */
export type StatementObject = { readonly iri: string } | { readonly text: string; readonly language?: string }

/** One statement of RDF 1.1. */
export interface Statement {
  /** IRI of what it is about. */
  readonly subject: string
  /** IRI of the property. */
  readonly predicate: string
  readonly object: StatementObject
}

/** The IRI of a name of a vocabulary. */
export function iriOf(name: VocabularyName): string {
  const [prefix = '', local = ''] = name.split(':')
  return `${namespaces[prefix as keyof typeof namespaces]}${local}`
}
