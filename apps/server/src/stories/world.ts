import type { Refused } from '@tereze/operation'
import { isRefused, type OfficialActor, type PersonActor, type SystemActor, systemActor } from '@tereze/operation'
import type { StoryPlatform } from './compose-story.ts'
import { createNames, type Names } from './names.ts'
import type { StoryFile } from './story.ts'
import type { StoryClock } from './story-clock.ts'

/** A refusal as a story sees it: the first wrong field where fields are wrong. */
export interface SeenRefusal {
  readonly code: string
  readonly pointer: string
}

/** A story being told: the platform, who is who, and what the last step came to. */
export interface World {
  readonly file: StoryFile
  readonly platform: StoryPlatform
  readonly clock: StoryClock
  readonly names: Names
  /** Persons by their name in the story. */
  readonly persons: Map<string, PersonActor>
  /** Officials by their name in the story. */
  readonly officials: Map<string, OfficialActor>
  /** Who acted first for whom, by id of the one acted for: with their eyes its cases are seen. */
  readonly acting: Map<string, PersonActor>
  /** Telephone numbers by person id. */
  readonly phones: Map<string, string>
  /** Masked numbers of accounts by account id. */
  readonly masked: Map<string, string>
  /** What the last step was refused with. */
  refused: SeenRefusal | null
  /** Exit page that the last opened form led to. */
  exit: string | null
}

/** The world in which a story begins: nobody is there yet. */
export function newWorld(file: StoryFile, platform: StoryPlatform, clock: StoryClock): World {
  return {
    file,
    platform,
    clock,
    names: createNames(),
    persons: new Map(),
    officials: new Map(),
    acting: new Map(),
    phones: new Map(),
    masked: new Map(),
    refused: null,
    exit: null,
  }
}

/** A step of the story cannot be carried out at all: the story or the package is wrong. */
export class StepImpossible extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StepImpossible'
  }
}

/** A person of the story who must be there. */
export function personOf(world: World, name: string): PersonActor {
  const person = world.persons.get(name)
  if (person === undefined) throw new StepImpossible(`"${name}" is no person of this story`)
  return person
}

/** Who takes a step: a person of the story, for themselves or for whom the step says. */
export function actorOf(world: World, step: { readonly who: string; readonly for?: string }): PersonActor {
  const person = personOf(world, step.who)
  if (step.for === undefined) return person
  const actor = { ...person, onBehalfOf: world.names.resolve(step.for) }
  if (!world.acting.has(actor.onBehalfOf)) world.acting.set(actor.onBehalfOf, actor)
  return actor
}

/** Whose affairs somebody conducts: their own, or those of whom they act for. */
export const partyOf = ({ id, onBehalfOf }: PersonActor): string => onBehalfOf ?? id

/** An official of the story who must be there. */
export function officialOf(world: World, name: string): OfficialActor {
  const official = world.officials.get(name)
  if (official === undefined) throw new StepImpossible(`"${name}" is no official of this story`)
  return official
}

/** The platform itself in an organisation. */
export function platformActor(organisation: string): SystemActor {
  return systemActor('stories', organisation)
}

/** A head of an organisation, who may look at all its cases. */
export function headOf(organisation: string): OfficialActor {
  return {
    kind: 'official',
    id: 'official_01960000-0000-7000-8000-00000000beef',
    session: 'session_01960000-0000-7000-8000-00000000beef',
    assurance: 'high',
    organisation,
    unit: null,
    roles: ['head'],
    language: 'en',
    clients: ['workplace'],
  }
}

/** Code and place of a refusal: of the first wrong field where fields are wrong. */
export function seenRefusal(refused: Refused): SeenRefusal {
  const first = refused.also[0]
  if (first === undefined) return { code: refused.code, pointer: refused.pointer }
  return { code: first.code, pointer: first.pointer.replace(/^\/(answers|body)(?=\/|$)/, '') }
}

/** A reply that the story needs. @throws StepImpossible when it was refused. */
export function needed<T>(reply: T, what: string): Exclude<T, Refused> {
  if (!isRefused(reply)) return reply as Exclude<T, Refused>
  const { code, pointer } = seenRefusal(reply)
  throw new StepImpossible(`${what} was refused: ${reply.code}, ${code} at ${pointer === '' ? 'the whole' : pointer}`)
}

/** Remembers what a step came to; the reply, or null when it was refused. */
export function heed<T>(world: World, reply: T): Exclude<T, Refused> | null {
  if (!isRefused(reply)) return reply as Exclude<T, Refused>
  world.refused = seenRefusal(reply)
  return null
}
