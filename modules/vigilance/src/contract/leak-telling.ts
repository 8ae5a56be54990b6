import { event, Instant, OrganisationId, operation, PageInput, PersonId, page, refusal, Text } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { LeakId, leakNotFound } from './leak.ts'

/** How persons of a leak were found: records by their ids, a search of a register, what an actor looked at by the access log. */
export const FoundBy = Type.Enum(['records', 'search', 'log'])
/** How persons of a leak were found. */
export type FoundBy = Static<typeof FoundBy>

const RegisterName = Type.String({ pattern: '^[a-z][a-z0-9-]{1,62}$' })
const Wanted = Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Boolean()])
const Words = Type.String({ minLength: 20, maxLength: 2000 })

/** A person whom a leak concerns. */
export const LeakPerson = Type.Object({
  person: PersonId,
  foundBy: FoundBy,
  named: Type.Object({ at: Instant, by: Type.String() }),
  /** The message that told them, and when it was written; null: not yet. */
  told: Type.Union([Type.Object({ at: Instant, message: Type.String() }), Type.Null()]),
})

/** The organisation keeps no register of this name. */
export const leakRegisterNotFound = refusal('vigilance.leak-register-not-found', 'not-found')
/** The register is not searched by such a column or value. */
export const leakSearchUnfit = refusal('vigilance.leak-search-unfit', 'invalid')
/** The period ends before it begins. */
export const leakPeriodUnfit = refusal('vigilance.leak-period-unfit', 'invalid')
/** Nobody is named whom the leak concerns. */
export const leakPersonsUnnamed = refusal('vigilance.leak-persons-unnamed', 'conflict')
/** The persons of the leak are being told, or were. */
export const leakTellingBegun = refusal('vigilance.leak-telling-begun', 'conflict')

/** A person is to be told of a leak. */
export const leakPersonQueued = event({
  type: 'vigilance.leak-person-queued',
  does: 'A person whom a leak concerns is to be told of it.',
  data: Type.Object({ leak: LeakId, person: PersonId }),
})

/** Names persons whom a leak concerns. */
export const nameLeakPersons = operation({
  name: 'vigilance.name-leak-persons',
  does: 'Names persons whom a leak concerns: those whom records are about, by id or by a search of an own register, or whose data somebody looked at by the access log. Long answers come in parts.',
  input: Type.Object({
    organisation: OrganisationId,
    leak: LeakId,
    by: Type.Union([
      Type.Object({
        found: Type.Literal('records'),
        register: RegisterName,
        records: Type.Array(Type.String({ maxLength: 120 }), { minItems: 1, maxItems: 200 }),
      }),
      Type.Object({
        found: Type.Literal('search'),
        register: RegisterName,
        /** Column → value; nothing: every record of the register. */
        where: Type.Record(Type.String(), Wanted),
      }),
      Type.Object({
        found: Type.Literal('log'),
        /** Official or system that looked. */
        actor: Type.String({ minLength: 1, maxLength: 200 }),
        since: Instant,
        until: Instant,
      }),
    ]),
    /** Where the part before ended. */
    after: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  output: Type.Object({
    /** Persons whom this call named first. */
    added: Type.Integer(),
    /** Persons found that were named before. */
    known: Type.Integer(),
    /** Records that there are none of, or that are about nobody. */
    unknown: Type.Array(Type.String()),
    /** Where the next part begins; null: that was all. */
    next: Type.Union([Type.String(), Type.Null()]),
  }),
  permission: 'vigilance.leak.manage',
  refusals: [leakNotFound, leakRegisterNotFound, leakSearchUnfit, leakPeriodUnfit],
})

/** Begins to tell the persons of a leak. */
export const tellLeakPersons = operation({
  name: 'vigilance.tell-leak-persons',
  does: 'Begins to tell everybody who is named, and who is named later, of the leak: one legally significant message a person in their language.',
  input: Type.Object({
    organisation: OrganisationId,
    leak: LeakId,
    /** What happened, what may follow and what to do, for the persons themselves. */
    words: Type.Object({ en: Words, ru: Words, kk: Words }),
  }),
  output: Type.Object({ persons: Type.Integer() }),
  permission: 'vigilance.leak.manage',
  refusals: [leakNotFound, leakPersonsUnnamed, leakTellingBegun],
})

/** The persons of a leak. */
export const listLeakPersons = operation({
  name: 'vigilance.list-leak-persons',
  does: 'Lists the persons whom a leak concerns, each with how they were found and the message that told them.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, leak: LeakId, ...PageInput.properties }),
  output: page(LeakPerson),
  permission: 'vigilance.leak.manage',
  refusals: [leakNotFound],
})

/** What the persons of a leak are told. */
export const getLeakTelling = operation({
  name: 'vigilance.get-leak-telling',
  does: 'Gives what the persons whom a leak concerns are told, to the module that writes to them.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, leak: LeakId }),
  output: Type.Object({ known: Instant, words: Text }),
  permission: 'vigilance.leak.tell',
  refusals: [leakNotFound],
})

/** Notes that a person was told of a leak. */
export const noteLeakTold = operation({
  name: 'vigilance.note-leak-told',
  does: 'Notes by which message a person was told of a leak; when all are told, what the law asks to tell persons is done.',
  input: Type.Object({ organisation: OrganisationId, leak: LeakId, person: PersonId, message: Type.String() }),
  output: Type.Object({ leak: LeakId }),
  permission: 'vigilance.leak.tell',
  refusals: [leakNotFound],
})
