import { DocumentId, DocumentReference } from '@tereze/documents/contract'
import {
  event,
  Instant,
  LocalDate,
  OrganisationId,
  operation,
  PageInput,
  PartyId,
  PersonId,
  PersonName,
  page,
  refusal,
  Text,
  TypedId,
} from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { CaseNumber, caseNotFound } from './case.ts'
import { CaseId } from './case-id.ts'

/** Id of an act of destruction. */
export const DestructionId = TypedId('destruction')

/** The kind of files that a closed case is, by the nomenclature. */
export const FileKindCard = Type.Object({
  id: Type.String(),
  /** Index in the list of files, as `05-12`. */
  index: Type.String(),
  title: Text,
  /** Whole years or months, ISO 8601; `permanent`: for ever. */
  keep: Type.String(),
  /** The provision that sets the term, `act:<act>/<article>`, and in words where its act has a title. */
  source: Type.String(),
  sourceText: Text,
})
/** The kind of files that a closed case is. */
export type FileKindCard = Static<typeof FileKindCard>

/** A closed case in the archive of its organisation. */
export const ArchivedCase = Type.Object({
  case: CaseId,
  number: CaseNumber,
  service: Type.String(),
  serviceTitle: Text,
  opened: LocalDate,
  closed: LocalDate,
  /** Null: the service names no kind of the nomenclature, so that nobody may destroy it. */
  kind: Type.Union([FileKindCard, Type.Null()]),
  /** The last day of its archive term; null: for ever. */
  keptUntil: Type.Union([LocalDate, Type.Null()]),
  /** Whether the term is over. */
  due: Type.Boolean(),
  /** The act in which it stands, while that is not carried out. */
  destruction: Type.Union([DestructionId, Type.Null()]),
})
/** A closed case in the archive. */
export type ArchivedCase = Static<typeof ArchivedCase>

/** Where an act of destruction stands: nobody signed, one official did, two did and the cases are destroyed, taken back. */
export const DestructionState = Type.Enum(['draft', 'signed', 'done', 'dropped'])
/** Where an act of destruction stands. */
export type DestructionState = Static<typeof DestructionState>

/** Which official did something with an act, and when; the name is null of who works there no more. */
export const DoneBy = Type.Object({ official: Type.String(), name: Type.Union([PersonName, Type.Null()]), at: Instant })
/** Which official did something with an act, and when. */
export type DoneBy = Static<typeof DoneBy>

/** An act of destruction. */
export const DestructionCard = Type.Object({
  destruction: DestructionId,
  state: DestructionState,
  cases: Type.Integer(),
  drafted: DoneBy,
  first: Type.Union([DoneBy, Type.Null()]),
  second: Type.Union([DoneBy, Type.Null()]),
  /** Why it was taken back; null unless it was. */
  droppedBecause: Type.Union([Type.String(), Type.Null()]),
  /** The signed paper, once the cases are destroyed. */
  paper: Type.Union([Type.Object({ document: DocumentId, reference: DocumentReference }), Type.Null()]),
})
/** An act of destruction. */
export type DestructionCard = Static<typeof DestructionCard>

/** One case of an act: what stays of it when it is destroyed. */
export const DestroyedCase = Type.Object({
  number: CaseNumber,
  serviceTitle: Text,
  index: Type.String(),
  kindTitle: Text,
  sourceText: Text,
  opened: LocalDate,
  closed: LocalDate,
  keptUntil: LocalDate,
})
/** One case of an act. */
export type DestroyedCase = Static<typeof DestroyedCase>

/** The archive term of the case runs: it is named with its kind, its provision and its last day. */
export const archiveTermRuns = refusal('cases.archive-term-runs', 'conflict')
/** The kind of the case is kept for ever. */
export const archiveTermEndless = refusal('cases.archive-term-endless', 'conflict')
/** The case is not closed. */
export const archiveCaseOpen = refusal('cases.archive-case-open', 'conflict')
/** The case stands in another act of destruction. */
export const destructionElsewhere = refusal('cases.destruction-elsewhere', 'conflict')
/** There is no such act of destruction. */
export const destructionNotFound = refusal('cases.destruction-not-found', 'not-found')
/** The act was carried out or taken back. */
export const destructionOver = refusal('cases.destruction-over', 'conflict')
/** One official does not sign twice. */
export const destructionSignedAlready = refusal('cases.destruction-signed-already', 'forbidden')
/** Cases of the person are closed and their term is over: an act destroys them first. */
export const destructionNeeded = refusal('cases.destruction-needed', 'conflict')
/** The organisation keeps the person's account. */
export const accountKept = refusal('cases.account-kept', 'conflict')
/** The key was erased before, or the organisation never had one. */
export const personKeyNotFound = refusal('cases.person-key-not-found', 'not-found')

/** Cases were destroyed by an act. */
export const casesDestroyed = event({
  type: 'cases.cases-destroyed',
  does: 'Closed cases whose archive term was over were destroyed by an act that two officials signed.',
  data: Type.Object({ destruction: DestructionId, cases: Type.Array(CaseId, { maxItems: 500 }) }),
})

/** A person's key was erased. */
export const personErased = event({
  type: 'cases.person-erased',
  does: 'An organisation erased the key of a person: nobody can read what it keeps sealed about them.',
  data: Type.Object({ person: PersonId }),
})

/** The archive of an organisation. */
export const listArchive = operation({
  name: 'cases.list-archive',
  does: 'Lists the closed cases of an organisation, the first closed first, with kind, provision and last day of the archive term; all, or only those whose term is over.',
  kind: 'query',
  input: Type.Object({
    organisation: OrganisationId,
    /** Only cases whose term is over. */
    due: Type.Optional(Type.Boolean()),
    ...PageInput.properties,
  }),
  output: page(ArchivedCase),
  permission: 'cases.archive.read',
})

/** Drafts an act of destruction. */
export const draftDestruction = operation({
  name: 'cases.draft-destruction',
  does: 'Drafts an act of destruction over closed cases whose archive term is over. Nothing is destroyed until two officials have signed.',
  input: Type.Object({
    organisation: OrganisationId,
    cases: Type.Array(CaseId, { minItems: 1, maxItems: 500, uniqueItems: true }),
  }),
  output: Type.Object({ destruction: DestructionId }),
  permission: 'cases.destruction.draft',
  refusals: [caseNotFound, archiveCaseOpen, archiveTermRuns, archiveTermEndless, destructionElsewhere],
})

/** Acts of destruction. */
export const listDestructions = operation({
  name: 'cases.list-destructions',
  does: 'Lists the acts of destruction of an organisation, newest first, with who signed.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, ...PageInput.properties }),
  output: page(DestructionCard),
  permission: 'cases.archive.read',
})

/** One act of destruction. */
export const getDestruction = operation({
  name: 'cases.get-destruction',
  does: 'Gives an act of destruction with the list of its cases: number, kind, provision, dates.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, destruction: DestructionId }),
  output: Type.Object({ act: DestructionCard, cases: Type.Array(DestroyedCase) }),
  permission: 'cases.archive.read',
  refusals: [destructionNotFound],
})

/** Signs an act of destruction. */
export const signDestruction = operation({
  name: 'cases.sign-destruction',
  does: 'Signs an act of destruction. The second signature, of another official, destroys the cases with everything in them, and issues the act as a signed paper.',
  input: Type.Object({ organisation: OrganisationId, destruction: DestructionId }),
  output: Type.Object({ state: DestructionState }),
  permission: 'cases.destruction.sign',
  refusals: [
    destructionNotFound,
    destructionOver,
    destructionSignedAlready,
    archiveCaseOpen,
    archiveTermRuns,
    archiveTermEndless,
  ],
  emits: [casesDestroyed],
})

/** Takes an act of destruction back. */
export const dropDestruction = operation({
  name: 'cases.drop-destruction',
  does: 'Takes an act of destruction back before it is carried out, with a reason; its cases stay.',
  input: Type.Object({
    organisation: OrganisationId,
    destruction: DestructionId,
    reason: Type.String({ minLength: 5, maxLength: 500, pattern: '\\S\\s*\\S' }),
  }),
  output: Type.Object({ destruction: DestructionId }),
  permission: 'cases.destruction.sign',
  refusals: [destructionNotFound, destructionOver],
})

/** Erases a person's key in an organisation. */
export const erasePerson = operation({
  name: 'cases.erase-person',
  does: 'Erases the key of a person in an organisation: what is sealed about them there, and who they are in its logs, can never be read again. Refused while any case of theirs is open or kept by an archive term.',
  input: Type.Object({
    organisation: OrganisationId,
    person: PersonId,
    reason: Type.String({ minLength: 5, maxLength: 500, pattern: '\\S\\s*\\S' }),
  }),
  output: Type.Object({ person: PersonId }),
  permission: 'cases.person.erase',
  refusals: [archiveCaseOpen, archiveTermRuns, archiveTermEndless, destructionNeeded, accountKept, personKeyNotFound],
  emits: [personErased],
})

/** Organisations that erased a person's key. */
export const listOwnErasures = operation({
  name: 'cases.list-own-erasures',
  does: 'Lists the organisations that erased the key of a person, newest first: their logs name the person no more.',
  kind: 'query',
  input: Type.Object({ person: PartyId }),
  output: Type.Object({
    items: Type.Array(Type.Object({ organisation: OrganisationId, organisationName: Text, at: Instant })),
  }),
  permission: 'cases.case.read-own',
  scope: 'applications.read',
})
