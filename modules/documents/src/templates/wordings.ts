import { findOrganisation, type Package, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { Messages } from '@tereze/messages'
import { isRefused, type Language } from '@tereze/operation'
import { getRecord } from '@tereze/registers/contract'
import { referencesIn, type ValueKind } from '@tereze/wording'
import type { DocumentWording } from '../rules/compose-document.ts'
import { ownWords } from './own-words.ts'

async function lookUp(
  context: Pick<Context, 'call' | 'port'>,
  values: readonly { value: unknown; as: ValueKind }[],
): Promise<Map<string, Record<string, unknown>>> {
  const found = new Map<string, Record<string, unknown>>()
  for (const { register, id } of values.flatMap(({ value, as }) => referencesIn(value, as))) {
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
  return found
}

/** How the issuer writes: the words of the package, of its jurisdiction and of this module; records that ids stand for. */
export async function wordingsOf(
  context: Pick<Context, 'call' | 'port'>,
  issuer: { jurisdiction: string; zone: string },
  pack: Package,
  values: readonly { value: unknown; as: ValueKind }[],
): Promise<(language: Language) => DocumentWording> {
  const all = context.port(packages)
  const common = all.find('jurisdiction', issuer.jurisdiction)
  const sources: Messages[] = [pack.messages, ...(common === null ? [] : [common.messages]), ownWords]
  const records = await lookUp(context, values)
  const made = new Map<Language, DocumentWording>()
  return language => {
    const known = made.get(language)
    if (known !== undefined) return known
    const wording: DocumentWording = {
      language,
      zone: issuer.zone,
      word: key => sources.find(words => words.has(key))?.text(key, language) ?? null,
      fill: (key, params) => (sources.find(words => words.has(key)) ?? pack.messages).text(key, language, params),
      record: id => records.get(id) ?? null,
      organisation: id => findOrganisation(all, id)?.name[language] ?? null,
    }
    made.set(language, wording)
    return wording
  }
}
