import { findOrganisation, getOrganisation, type Package, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { isRefused, type Language } from '@tereze/operation'
import { getRecord } from '@tereze/registers/contract'
import { referencesIn, type ValueKind, type Wording } from '@tereze/wording'

async function lookUp(
  context: Pick<Context, 'call' | 'port'>,
  values: Iterable<{ value: unknown; as: ValueKind }>,
): Promise<Map<string, Record<string, unknown>>> {
  const found = new Map<string, Record<string, unknown>>()
  for (const { value, as } of values) {
    for (const { register, id } of referencesIn(value, as)) {
      const owner = context.port(packages).find('register', register)?.json.get('register.json')?.owner
      if (found.has(id) || typeof owner !== 'string') continue
      const record = await context.call(getRecord, {
        organisation: owner,
        register,
        record: id,
        under: 'system',
      })
      if (!isRefused(record)) found.set(id, record.data)
    }
  }
  return found
}

/** How an organisation writes values: its zone, the words of the packages and of its jurisdiction, records looked up. */
export async function wordingsOf(
  context: Pick<Context, 'call' | 'port'>,
  organisation: string,
  packs: readonly Package[],
  values: Iterable<{ value: unknown; as: ValueKind }>,
): Promise<(language: Language) => Wording> {
  const all = context.port(packages)
  const { jurisdiction, zone } = getOrganisation(all, organisation)
  const common = all.find('jurisdiction', jurisdiction)
  const messages = [...packs, ...(common === null ? [] : [common])].map(pack => pack.messages)
  const records = await lookUp(context, values)
  return language => ({
    language,
    zone,
    word: key => messages.find(words => words.has(key))?.text(key, language) ?? null,
    record: id => records.get(id) ?? null,
    organisation: id => findOrganisation(all, id)?.name[language] ?? null,
  })
}
