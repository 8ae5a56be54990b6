import { type Static, Type } from 'typebox'

/** Organisation id; also the tenant: first column of every key. */
export const OrganisationId = Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$', description: 'Organisation' })
/** Organisation id. */
export type OrganisationId = Static<typeof OrganisationId>

/** The pattern of a typed id: a prefix and a UUIDv7. */
export const typedIdPattern = (prefix: string): string =>
  `^${prefix}_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`

/** A typed id: a prefix and a UUIDv7. */
export const TypedId = (prefix: string) =>
  Type.String({ pattern: typedIdPattern(prefix), description: `Id of a ${prefix}` })

/** Person id. */
export const PersonId = TypedId('person')
/** Id of a firm: of its record in the register of organisations. */
export const FirmId = TypedId('organisation')
/** Whose affairs: a person's, or a firm's for which persons act. */
export const PartyId = Type.String({
  pattern: typedIdPattern('(person|organisation)'),
  description: 'Id of a person or a firm',
})
/** Whether affairs are a firm's. */
export const isFirm = (party: string): boolean => party.startsWith('organisation_')
/** Local date, `YYYY-MM-DD`. */
export const LocalDate = Type.String({ format: 'date' })
/** Instant in UTC, ISO 8601. */
export const Instant = Type.String({ format: 'date-time' })
/** Language of the screens. */
export const LanguageCode = Type.Union([Type.Literal('en'), Type.Literal('ru'), Type.Literal('kk')])

/** Money: decimal text and ISO 4217 code (or the demo country's). Never a JavaScript number. */
export const Money = Type.Object({
  amount: Type.String({ pattern: '^-?[0-9]{1,15}(\\.[0-9]{2})?$' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
})
/** Money. */
export type Money = Static<typeof Money>

/** A person's name as registers hold it. */
export const PersonName = Type.Object({
  family: Type.String({ minLength: 1, maxLength: 80 }),
  given: Type.String({ minLength: 1, maxLength: 80 }),
  patronymic: Type.Optional(Type.String({ maxLength: 80 })),
})
/** A person's name. */
export type PersonName = Static<typeof PersonName>

/** Any JSON object. */
export const JsonObject = Type.Record(Type.String(), Type.Unknown())
/** Any JSON object. */
export type JsonObject = Record<string, unknown>

/** Text in the three languages. */
export const Text = Type.Object({ en: Type.String(), ru: Type.String(), kk: Type.String() })
/** Text in the three languages. */
export type Text = Static<typeof Text>
