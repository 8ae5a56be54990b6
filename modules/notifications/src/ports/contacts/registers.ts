import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { isRefused, type Language, languages } from '@tereze/operation'
import { findRecords, getRecord } from '@tereze/registers/contract'
import type { Contact, Contacts } from '../../contract/index.ts'

const register = 'people'

function ownerOf(context: Pick<Context, 'port'>): string {
  const owner = context.port(packages).get('register', register).json.get('register.json')?.owner
  if (typeof owner !== 'string') throw new Error(`register ${register} has no owner`)
  return owner
}

const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

function languageOf(value: unknown): Language {
  return languages.find(language => language === value) ?? 'en'
}

/** Contacts as the register of people holds them. */
export const registerContacts: Contacts = {
  async find(context, person): Promise<Contact | null> {
    const record = await context.call(getRecord, {
      organisation: ownerOf(context),
      register,
      record: person,
      under: 'system',
    })
    if (isRefused(record)) return null
    const { language, email, phone } = record.data
    return { person, language: languageOf(language), email: textOrNull(email), phone: textOrNull(phone) }
  },
  async findByPhone(context, phone) {
    const found = await context.call(findRecords, {
      organisation: ownerOf(context),
      register,
      where: { phone },
      limit: 10,
      under: 'system',
    })
    return isRefused(found) ? [] : found.items.map(item => item.record)
  },
}
