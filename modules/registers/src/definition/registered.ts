import { type Package, packages } from '@tereze/catalogue/contract'
import { keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import { type IdentifierScheme, writeIdentifier } from '@tereze/identifiers'
import { evaluateJson } from '@tereze/template'
import type { KeyValue } from '../rules/decide-record.ts'
import { definitionOf, type RegisterDefinition } from './definition.ts'

/** The definition of a register that an organisation owns, or null. */
export function findDefinition(context: Context, organisation: string, register: string): RegisterDefinition | null {
  const pack = context.port(packages).find('register', register)
  if (pack === null) return null
  const definition = definitionOf(pack)
  return definition.owner === organisation ? definition : null
}

/** Whether a FEEL condition is true over a record's data. */
export function holdsAt(now: Date, zone: string): (condition: string, data: Record<string, unknown>) => boolean {
  return (condition, data) => evaluateJson(condition, data, { now: now.toISOString(), zone }) === true
}

function schemesOf(pack: Package): readonly IdentifierScheme[] {
  const file = pack.json.get('identifiers.json') as { identifiers?: readonly IdentifierScheme[] } | undefined
  return file?.identifiers ?? []
}

/** Makes identifiers of the schemes that the jurisdictions declare. */
export function identifierMaker(context: Context): (scheme: string) => string {
  return id => {
    for (const pack of context.port(packages).list('jurisdiction')) {
      const scheme = schemesOf(pack).find(candidate => candidate.id === id)
      if (scheme) return writeIdentifier(scheme, context.ids.randomText(scheme.length, scheme.alphabet))
    }
    throw new Error(`no jurisdiction declares identifier ${id}`)
  }
}

/** Keys as they are stored: secret ones as blind index. */
export async function storedKeys(
  context: Context,
  definition: RegisterDefinition,
  keys: readonly KeyValue[],
): Promise<{ key: string; value: string }[]> {
  return Promise.all(
    keys.map(async ({ key, value, secret }) => ({
      key,
      value: secret ? await context.port(keyring).blindIndex(context.tx, `${definition.id}/${key}`, value) : value,
    })),
  )
}
