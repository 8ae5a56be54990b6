/** The languages that every visible word has. */
export const languages = ['en', 'ru', 'kk'] as const
/** A language of the screens. */
export type Language = (typeof languages)[number]

/** Level of assurance of a sign-in (eIDAS names). */
export type Assurance = 'low' | 'substantial' | 'high'

const levels: readonly Assurance[] = ['low', 'substantial', 'high']

/** Whether a level is at least another. */
export function reaches(level: Assurance, needed: Assurance): boolean {
  return levels.indexOf(level) >= levels.indexOf(needed)
}

interface ActorBase {
  readonly id: string
  readonly language: Language
  /** Client applications between the person and the operation, outermost first. */
  readonly clients: readonly string[]
  /** What the application by which they come was let do; absent where they come themselves. */
  readonly scopes?: readonly string[]
}

/** Nobody signed in. */
export interface AnonymousActor extends ActorBase {
  readonly kind: 'anonymous'
}

/** A person acting for themselves or, with `onBehalfOf`, for another. */
export interface PersonActor extends ActorBase {
  readonly kind: 'person'
  readonly session: string
  readonly assurance: Assurance
  readonly onBehalfOf: string | null
}

/** An official acting in an organisation under named roles. */
export interface OfficialActor extends ActorBase {
  readonly kind: 'official'
  readonly session: string
  readonly assurance: Assurance
  readonly organisation: string
  readonly unit: string | null
  /** Code of the territory to which the office is limited; absent or null: none. */
  readonly territory?: string | null
  readonly roles: readonly string[]
  /** The visit in which the official acts for a person who came in; absent or null: they act in their office. */
  readonly visit?: string | null
  /** The visitor for whom they act; given with `visit`, never without. */
  readonly onBehalfOf?: string | null
}

/** A member's information system in the exchange, or a gateway that proved its key. */
export interface SystemActor extends ActorBase {
  readonly kind: 'system'
  readonly organisation: string
  readonly roles: readonly string[]
}

/** Who performs an operation. */
export type Actor = AnonymousActor | PersonActor | OfficialActor | SystemActor

/** An official who acts for a visitor. */
export type VisitActor = OfficialActor & { readonly visit: string; readonly onBehalfOf: string }

/** Whether an actor is an official who acts for a person who came in. */
export function isInVisit(actor: Actor): actor is VisitActor {
  return actor.kind === 'official' && typeof actor.visit === 'string' && typeof actor.onBehalfOf === 'string'
}

/** For whom an actor acts beside themselves: who gave them a power or is tied to them, or their visitor; null: for nobody. */
export function principalOf(actor: Actor): string | null {
  return actor.kind === 'person' || isInVisit(actor) ? actor.onBehalfOf : null
}

/** As whom an actor acts: a person as themselves or as the one they act for, an official in a visit as the visitor; null for all others. */
export function partyOf(actor: Actor): string | null {
  return principalOf(actor) ?? (actor.kind === 'person' ? actor.id : null)
}

/** The actor of nobody. */
export function anonymous(language: Language = 'en'): AnonymousActor {
  return { kind: 'anonymous', id: 'anonymous', language, clients: [] }
}

/** The actor of the platform itself inside an organisation: a subscriber, a timer, a process step. */
export function systemActor(name: string, organisation: string, language: Language = 'en'): SystemActor {
  return { kind: 'system', id: `system:${name}`, organisation, roles: ['platform'], language, clients: [] }
}
