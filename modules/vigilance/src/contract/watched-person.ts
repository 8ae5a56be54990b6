import { Instant, OrganisationId, operation, PageInput, PersonId, page, refusal } from '@tereze/operation'
import { type Static, Type } from 'typebox'

/** Why a person is watched: protected from everybody's curiosity; an official themselves, whose colleagues are watched too; a relative of one. */
export const WatchKind = Type.Enum(['protected', 'self', 'relative'])

/** A person under special watch. */
export const WatchedPerson = Type.Object({
  person: PersonId,
  kind: WatchKind,
  /** Whose look counts; null: everybody's. */
  official: Type.Union([Type.String(), Type.Null()]),
  reason: Type.String(),
  since: Instant,
  by: Type.String(),
})
/** A person under special watch. */
export type WatchedPerson = Static<typeof WatchedPerson>

/** The person is not under watch. */
export const watchedPersonNotFound = refusal('vigilance.watched-person-not-found', 'not-found')
/** The person's key was erased: the log tells of them under no name. */
export const watchedPersonErased = refusal('vigilance.watched-person-erased', 'conflict')

/** Those under special watch. */
export const listWatchedPersons = operation({
  name: 'vigilance.list-watched-persons',
  does: 'Lists the persons under special watch: protected ones, and officials with their relatives.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, ...PageInput.properties }),
  output: page(WatchedPerson),
  permission: 'vigilance.watched-person.manage',
})

/** Protects a person from curiosity. */
export const watchPerson = operation({
  name: 'vigilance.watch-person',
  does: 'Puts a person under special watch: rules look at everybody who looks at their data.',
  input: Type.Object({
    organisation: OrganisationId,
    person: PersonId,
    reason: Type.String({ minLength: 10, maxLength: 1000 }),
  }),
  output: Type.Object({ person: PersonId }),
  permission: 'vigilance.watched-person.manage',
  refusals: [watchedPersonErased],
})

/** Ends the watch over a person. */
export const unwatchPerson = operation({
  name: 'vigilance.unwatch-person',
  does: 'Ends the special watch over a protected person.',
  input: Type.Object({ organisation: OrganisationId, person: PersonId }),
  output: Type.Object({ person: PersonId }),
  permission: 'vigilance.watched-person.manage',
  refusals: [watchedPersonNotFound],
})

/** Says which person an official is. */
export const linkOfficial = operation({
  name: 'vigilance.link-official',
  does: 'Says which person an official is: their own data, those of relatives that registers know, and those of colleagues are watched then.',
  input: Type.Object({
    organisation: OrganisationId,
    official: Type.String({ pattern: '^official_[0-9a-f-]{36}$' }),
    person: PersonId,
  }),
  output: Type.Object({ relatives: Type.Integer() }),
  permission: 'vigilance.official.link',
  refusals: [watchedPersonErased],
})

/** Forgets which person an official is. */
export const unlinkOfficial = operation({
  name: 'vigilance.unlink-official',
  does: 'Forgets which person an official is, with their relatives: they work here no more.',
  input: Type.Object({ organisation: OrganisationId, official: Type.String({ pattern: '^official_[0-9a-f-]{36}$' }) }),
  output: Type.Object({ official: Type.String() }),
  permission: 'vigilance.official.link',
  refusals: [watchedPersonNotFound],
})
