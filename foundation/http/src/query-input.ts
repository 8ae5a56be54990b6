import type { TSchema } from 'typebox'

interface Property {
  readonly type?: string
}

function coerce(text: string, property: Property | undefined): unknown {
  if (property?.type === 'integer' || property?.type === 'number') {
    const value = Number(text)
    return text.trim() === '' || Number.isNaN(value) ? text : value
  }
  if (property?.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** Input of a query from a query string: one parameter a top-level property, or everything as JSON in `input`. */
export function queryInput(schema: TSchema, search: URLSearchParams): unknown {
  const whole = search.get('input')
  if (whole !== null) {
    try {
      return JSON.parse(whole)
    } catch {
      return whole
    }
  }
  const properties = (schema as { properties?: Record<string, Property> }).properties ?? {}
  return Object.fromEntries([...search].map(([name, text]) => [name, coerce(text, properties[name])]))
}
