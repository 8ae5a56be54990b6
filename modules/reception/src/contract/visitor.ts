import { LanguageCode, LocalDate, OrganisationId, operation, PersonId, PersonName, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** A person as the desk tells them apart from others: no more than that. */
export const VisitorCard = Type.Object({
  person: PersonId,
  name: Type.String(),
  born: LocalDate,
  /** The end of the national number; null where they have none. */
  number: Type.Union([Type.String(), Type.Null()]),
  /** The end of the telephone that the register keeps; null where it keeps none. */
  phone: Type.Union([Type.String(), Type.Null()]),
})
/** A person as the desk tells them apart from others. */
export type VisitorCard = Static<typeof VisitorCard>

const Name = Type.String({ minLength: 1, maxLength: 60 })

/** Neither a number nor a name was told: one finds nobody by a day of birth alone. */
export const searchUnfit = refusal('reception.search-unfit', 'invalid')

/** Finds persons by number and day of birth, or by name and day of birth; what is searched for has to fit whole, names in letters of any case. */
export const findVisitor = operation({
  name: 'reception.find-visitor',
  does: 'Finds a person who came in, by national number and day of birth, or by name and day of birth.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    family: Type.Optional(Name),
    given: Type.Optional(Name),
    born: LocalDate,
  }),
  output: Type.Object({
    /** None, where nobody alive fits; ten at most. */
    items: Type.Array(VisitorCard),
    /** The organisation that keeps the register of people: it registers whom it does not know. */
    registrar: OrganisationId,
  }),
  permission: 'reception.visit.hold',
  refusals: [searchUnfit],
})

/** Who is to be registered is in the register already, by the number of their document. */
export const visitorKnown = refusal('reception.visitor-known', 'conflict')
/** The register does not take what was told of the visitor; each wrong field is listed. */
export const visitorUnfit = refusal('reception.visitor-unfit', 'invalid')

/** What is told of a person whom no register knows: from the document that they hold out. */
export const NewVisitor = Type.Object({
  name: PersonName,
  born: LocalDate,
  sex: Type.Union([Type.Literal('female'), Type.Literal('male')]),
  /** Country by its two letters (ISO 3166-1). */
  citizenship: Type.String({ pattern: '^[A-Z]{2}$' }),
  document: Type.Object({
    kind: Type.Union([Type.Literal('passport'), Type.Literal('residence-permit'), Type.Literal('birth-certificate')]),
    number: Type.String({ minLength: 3, maxLength: 30 }),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
  }),
  phone: Type.Optional(Type.String({ pattern: '^\\+[0-9]{6,15}$' })),
  language: LanguageCode,
})
/** What is told of a person whom no register knows. */
export type NewVisitor = Static<typeof NewVisitor>

/** Registers a person whom no register knows, without an account: they are a person of the register of people from then on. */
export const registerVisitor = operation({
  name: 'reception.register-visitor',
  does: 'Registers a person who came in and whom the register of people does not know yet.',
  /** `organisation` keeps the register of people. */
  input: Type.Object({ organisation: OrganisationId, visitor: NewVisitor }),
  output: Type.Object({ person: PersonId }),
  permission: 'reception.visitor.register',
  refusals: [visitorKnown, visitorUnfit],
})
