import { type Packages, textOf } from '@tereze/catalogue/contract'
import { ownText } from '../views/words.ts'
import { findService, ownedBy, type Service } from './service.ts'

interface File {
  readonly violations?: string
  readonly rules: readonly { readonly id: string; readonly text: string }[]
}

const fileOf = (packages: Packages, register: string) =>
  packages.find('register', register)?.json.get('quality.json') as unknown as File | undefined

/** The service of which violations of a register become cases, in the hands of an organisation; null where it gives them to none. */
export function violationService(packages: Packages, register: string, organisation: string): Service | null {
  const id = fileOf(packages, register)?.violations?.replace(/^service:/, '')
  const service = id === undefined ? null : findService(packages, id)
  if (service === null) return null
  const own = ownedBy(service, organisation)
  return own.owner === organisation ? own : null
}

/** What a rule of a register says, with the register's name, in words; null where the rule is no more. */
export function ruleInWords(
  packages: Packages,
  register: string,
  rule: string,
): Record<'en' | 'ru' | 'kk', string> | null {
  const pack = packages.find('register', register)
  const declared = fileOf(packages, register)?.rules.find(({ id }) => id === rule)
  if (pack === null || declared === undefined) return null
  const [title, text] = [textOf(pack, 'title'), textOf(pack, declared.text.replace(/^message:/, ''))]
  const joined = (language: 'en' | 'ru' | 'kk') => `${title[language]}: ${text[language]}`
  return { en: joined('en'), ru: joined('ru'), kk: joined('kk') }
}

/** That a register was not checked completely, with the register's name, in words. */
export function missedInWords(
  packages: Packages,
  register: string,
  why: 'failed' | 'late',
): Record<'en' | 'ru' | 'kk', string> {
  const title = textOf(packages.get('register', register), 'title')
  const text = ownText(`missed-check.${why}`)
  const joined = (language: 'en' | 'ru' | 'kk') => `${title[language]}: ${text[language]}`
  return { en: joined('en'), ru: joined('ru'), kk: joined('kk') }
}
