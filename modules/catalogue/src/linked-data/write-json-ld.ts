import { iriOf, type Statement } from './statement.ts'

/** Statements as flattened, expanded JSON-LD 1.1: a list of node objects, each once. */
export function writeJsonLd(statements: readonly Statement[]): string {
  const nodes = new Map<string, Record<string, unknown>>()
  for (const { subject, predicate, object } of statements) {
    const node = nodes.get(subject) ?? { '@id': subject }
    nodes.set(subject, node)
    const isType = predicate === iriOf('rdf:type') && 'iri' in object
    const name = isType ? '@type' : predicate
    const value =
      'iri' in object
        ? isType
          ? object.iri
          : { '@id': object.iri }
        : { '@value': object.text, ...(object.language === undefined ? {} : { '@language': object.language }) }
    node[name] = [...((node[name] as unknown[] | undefined) ?? []), value]
  }
  return JSON.stringify([...nodes.values()], null, 1)
}
