/** ISO 4217 code, or the demo country's. */
export type Currency = string

/** Money as decimal text. */
export interface Money {
  readonly amount: string
  readonly currency: Currency
}

/** The same text in the three languages. */
export interface LocalizedText {
  readonly en: string
  readonly ru: string
  readonly kk: string
}

/** A person's name in the spelling of the document. */
export interface PersonName {
  readonly family: string
  readonly given: string
  readonly patronymic?: string
}

/** Registers that the generator fills, in the order in which references allow loading them. */
export const REGISTERS = [
  'addresses',
  'organisations',
  'people',
  'families',
  'births',
  'bank-accounts',
  'incomes',
  'kindergarten-queue',
  'representatives',
] as const

/** One of {@link REGISTERS}. */
export type FilledRegister = (typeof REGISTERS)[number]

/** One record: its id, its data by the register's schema, and the legal date from which it is true. */
export interface DemoRecord {
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
  readonly validFrom: string
}

/** Somebody who works for an organisation. */
export interface DemoOfficial {
  readonly official: string
  readonly organisation: string
  readonly unit: string | null
  /** Code of the territory to which the office is limited; absent: none. */
  readonly territory?: string
  readonly name: PersonName
  readonly roles: readonly string[]
}

/** A person to sign in as; what for is message `persona.<persona>` of `content/demo`. */
export interface DemoPersona {
  readonly persona: string
  readonly person: string
  readonly name: PersonName
  readonly identifier: string | null
  readonly language: 'en' | 'ru' | 'kk'
}

/** A piece of the country: records of one register, all officials, or all personas. */
export type Chunk =
  | { readonly kind: 'records'; readonly register: FilledRegister; readonly records: readonly DemoRecord[] }
  | { readonly kind: 'officials'; readonly officials: readonly DemoOfficial[] }
  | { readonly kind: 'personas'; readonly personas: readonly DemoPersona[] }
