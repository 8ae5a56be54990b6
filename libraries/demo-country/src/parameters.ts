import type { Currency, LocalizedText, Money } from './records.ts'

/** Cumulative table: from percentile (0 to 100) to value, rising; values between are interpolated. */
export type Quantiles = readonly (readonly [value: number, percentile: number])[]

/** A person's age on the reference date. */
export interface Age {
  readonly years: number
  readonly days: number
}

/** How families of one tradition are named. */
export interface Tradition {
  readonly id: string
  readonly weight: number
  /** Language of messages and its weight. */
  readonly languages: readonly (readonly ['en' | 'ru' | 'kk', number])[]
  readonly citizenship: string
  readonly patronymic:
    | { readonly share: number; readonly join: 'given'; readonly female: string; readonly male: string }
    | { readonly share: number; readonly join: 'listed' | 'none' }
  /** Family names: for a man, for a woman. */
  readonly families: readonly (readonly [male: string, female: string])[]
  /** Given names of men, with the patronymics of a son and a daughter where they are listed. */
  readonly male: readonly { readonly given: string; readonly patronymics?: readonly [son: string, daughter: string] }[]
  readonly female: readonly string[]
}

/** What kind of household, and how often among a hundred or whatever the weights add up to. */
export type HouseholdKind =
  | 'couple-with-children'
  | 'single-parent'
  | 'couple'
  | 'single'
  | 'elderly-couple'
  | 'elderly-single'
  | 'three-generations'

/** Income of a persona. `otherwise` is what a second source says: a conflict. */
export interface PersonaIncome {
  readonly monthly: Money
  readonly otherwise?: Money
}

/** One member of a persona's household. */
export interface PersonaMember {
  readonly part: 'mother' | 'father' | 'child' | 'single'
  readonly sex: 'female' | 'male'
  readonly name: { readonly family: string; readonly given: string; readonly patronymic?: string }
  readonly age: Age
  readonly citizenship?: string
  readonly document?: {
    readonly kind: 'passport' | 'residence-permit'
    readonly number: string
    readonly country: string
  }
  readonly incomes?: readonly PersonaIncome[]
  readonly accounts?: number
}

/** A household whose first member may be chosen at the demo sign-in. */
export interface PersonaParameters {
  readonly id: string
  readonly region: string
  readonly language: 'en' | 'ru' | 'kk'
  readonly members: readonly PersonaMember[]
  readonly married: boolean
  /** Whether the person to sign in as is the director of a company. */
  readonly firm?: boolean
}

/** The parameters of the demo country: `content/demo/country.json`. Shares are per cent. */
export interface CountryParameters {
  readonly format: 1
  readonly country: string
  readonly currency: Currency
  readonly phonePrefix: string
  readonly mailDomain: string
  readonly bank: string
  /** Kinds of identifiers, by id of the jurisdiction's schemes. */
  readonly identifiers: {
    readonly person: string
    readonly organisation: string
    readonly account: string
    readonly act: string
  }
  readonly traditions: readonly Tradition[]
  /** Share of foreigners by origin who are citizens of the country. */
  readonly naturalised: number
  readonly transliteration: Readonly<Record<string, string>>
  readonly countryName: LocalizedText
  readonly regions: readonly { readonly id: string; readonly code: string; readonly name: LocalizedText }[]
  readonly settlements: readonly {
    readonly region: string
    readonly weight: number
    readonly name: LocalizedText
    readonly districts: readonly LocalizedText[]
  }[]
  readonly streets: readonly LocalizedText[]
  readonly householdsPerBuilding: number
  /** Templates with `{street}`, `{building}`, `{flat}`. */
  readonly addressWords: { readonly building: LocalizedText; readonly flat: LocalizedText }
  readonly companies: {
    readonly first: readonly LocalizedText[]
    readonly second: readonly LocalizedText[]
    readonly perPeople: number
    readonly fewest: number
    readonly most: number
  }
  /** The maternity ward of each region. */
  readonly wards: Readonly<Record<string, string>>
  /** Public bodies of the register of organisations; `tenant` is the member of the platform. */
  readonly bodies: readonly {
    readonly tenant: string
    readonly kind: 'public-body' | 'clinic' | 'kindergarten' | 'school'
    readonly region: string
    readonly name: LocalizedText
  }[]
  readonly households: readonly { readonly kind: HouseholdKind; readonly weight: number }[]
  /** Number of children and its weight. */
  readonly children: readonly (readonly [count: number, weight: number])[]
  readonly ages: Readonly<Record<'mother' | 'single' | 'couple' | 'elderly' | 'motherAtFirstBirth', Quantiles>>
  /** By how many years a husband is older. */
  readonly spouseGap: readonly [from: number, to: number]
  /** Years between children. */
  readonly birthSpacing: readonly [from: number, to: number]
  /** Age at which children have left home. */
  readonly childrenUntil: number
  /** Up to this age: per cent who work. */
  readonly employed: readonly (readonly [upTo: number, share: number])[]
  /** Monthly income by percentile. */
  readonly incomes: readonly (readonly [percentile: number, monthly: number])[]
  readonly secondJob: number
  readonly pensionFundReports: number
  /** Of the pension fund's reports: how many contradict the employer. */
  readonly conflicts: number
  readonly kindergartenQueue: number
  readonly phone: number
  readonly email: number
  /** Number of accounts and its weight. */
  readonly accounts: readonly (readonly [count: number, weight: number])[]
  readonly personas: readonly PersonaParameters[]
  readonly officials: readonly {
    readonly organisation: string
    readonly unit: string | null
    /** Code of the territory to which the office is limited; absent: none. */
    readonly territory?: string
    readonly roles: readonly string[]
    readonly number: number
  }[]
}
