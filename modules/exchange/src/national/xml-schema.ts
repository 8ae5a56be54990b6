import { XmlDocument, XmlLibError, XmlValidateError, XsdValidator } from 'libxml2-wasm'

/** One place where an element does not fit its schema: its name and the rule of XML Schema, never its content. */
export type SchemaProblem = string

const known = new Map<string, XsdValidator>()
const most = 200

/** The validator of a schema. A schema is text of a published package, so there are few; the oldest goes when there are many. */
function validatorOf(schema: string): XsdValidator {
  const found = known.get(schema)
  if (found !== undefined) return found
  const document = XmlDocument.fromString(schema)
  try {
    const validator = XsdValidator.fromDoc(document)
    const [oldest] = known
    if (known.size >= most && oldest !== undefined) {
      oldest[1].dispose()
      known.delete(oldest[0])
    }
    known.set(schema, validator)
    return validator
  } finally {
    document.dispose()
  }
}

/** What libxml2 says, without the value: `element 'year': cvc-datatype-valid`-like places may quote personal data, so only names stay. */
function placeOf(message: string): string {
  const element = /Element '(?:\{[^}]*\})?([^']{1,100})'/.exec(message)?.[1] ?? 'document'
  const attribute = /attribute '(?:\{[^}]*\})?([^']{1,100})'/.exec(message)?.[1]
  const facet = /\[facet '([A-Za-z]+)'\]/.exec(message)?.[1]
  const rule = /not expected/.test(message)
    ? 'not-expected'
    : /Missing child/.test(message)
      ? 'child-missing'
      : /is required but missing/.test(message)
        ? 'attribute-missing'
        : (facet ?? 'wrong')
  return `${element}${attribute === undefined ? '' : `@${attribute}`} ${rule}`
}

/**
 * Checks an element against an XML Schema 1.0; no problems where it fits.
 * @throws Error when the schema itself is none: content is checked before it is published.
 */
export function findSchemaProblems(xml: string, schema: string): readonly SchemaProblem[] {
  const validator = validatorOf(schema)
  let document: XmlDocument
  try {
    document = XmlDocument.fromString(xml)
  } catch (error) {
    if (error instanceof XmlLibError) return ['document not-well-formed']
    throw error
  }
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    return [...new Set(error.details.map(({ message }) => placeOf(message)))].slice(0, 10)
  } finally {
    document.dispose()
  }
}

/** Why a text is no XML Schema; null when it is one. */
export function whyNoSchema(schema: string): string | null {
  try {
    validatorOf(schema)
    return null
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0]?.slice(0, 200) ?? 'unreadable') : 'unreadable'
  }
}
