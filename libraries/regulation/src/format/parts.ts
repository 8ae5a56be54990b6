import { type Static, type TSchema, Type } from 'typebox'

/** An object that takes no other members than those named. */
export function closed<Members extends Record<string, TSchema>>(members: Members, description?: string) {
  return Type.Object(members, { additionalProperties: false, ...(description === undefined ? {} : { description }) })
}

/** A choice of words. */
export function oneOf<const Values extends readonly string[]>(values: Values, description?: string) {
  return Type.Unsafe<Values[number]>(Type.Enum([...values], description === undefined ? {} : { description }))
}

/** Words in the three languages. */
export const Words = closed(
  { en: Type.String({ minLength: 1 }), ru: Type.String({ minLength: 1 }), kk: Type.String({ minLength: 1 }) },
  'The same words in English, Russian and Kazakh.',
)
/** Words in the three languages. */
export type Words = Static<typeof Words>

/** A stable id. */
export const Id = Type.String({
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  maxLength: 80,
  description: 'A stable kebab-case id.',
})
/** A name of FEEL without spaces. */
export const Name = Type.String({
  pattern: '^[a-z][A-Za-z0-9]*$',
  maxLength: 60,
  description: 'A FEEL name without spaces.',
})
/** A FEEL expression. */
export const Feel = Type.String({ minLength: 1, description: 'A FEEL expression (DMN 1.5, clause 10).' })
/** The id of a clause. */
export const ClauseRef = Type.String({ pattern: '^[0-9]+(\\.[0-9]+)*$', description: 'The id of a clause.' })
/** A reference to an organisation. */
export const OrgRef = Type.String({
  pattern: '^org:[a-z][a-z0-9]*(-[a-z0-9]+)*$',
  description: 'A reference to an organisation.',
})
/** A semantic version. */
export const Version = Type.String({
  pattern: '^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$',
  description: 'Patch: wording; minor: compatible; major: running cases cannot simply go on.',
})
/** An ISO 8601 duration. */
export const Period = Type.String({
  pattern: '^P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$',
  description: 'An ISO 8601 duration without fractions.',
})
/** A legal date. */
export const LegalDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'A legal date.' })

const count = Type.Optional(Type.Integer({ minimum: 0 }))
/** A term of law: so many of one unit. */
export const Term = Type.Object(
  { workingDays: count, calendarDays: count, months: count, years: count, hours: count, workingHours: count },
  {
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    description: 'A term of law: so many of one unit.',
  },
)
/** A term of law. */
export type Term = Static<typeof Term>

/** An amount of money; never a number. */
export const Money = closed(
  {
    amount: Type.String({ pattern: '^(0|[1-9][0-9]*)(\\.[0-9]{1,2})?$' }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  },
  'An amount of money; never a JSON number.',
)
