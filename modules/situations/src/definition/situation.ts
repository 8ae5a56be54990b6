import type { Faulty } from '@tereze/cases/contract'
import type { Package, Packages } from '@tereze/catalogue/contract'
import type { Template } from '@tereze/template'

/** A fact that a situation may look at. */
export interface SituationSource extends Faulty {
  readonly id: string
  readonly after?: readonly string[]
  readonly value?: string
  readonly contract: string
  readonly input: Readonly<Record<string, Template>>
  readonly when?: string
  readonly ground: string
  readonly purpose: string
}

/** A service of a situation. */
export interface SituationService {
  readonly service: string
  readonly starts: 'automatic' | 'offer'
  readonly at: string
  readonly for: string
  readonly when: string
  /** The decision of the service that `when` and `amount` see as `decision`, and the data that it is asked of. */
  readonly decision?: { readonly name: string; readonly data: Readonly<Record<string, Template>> }
  readonly data: Readonly<Record<string, Template>>
  readonly ground: string
  readonly why: string
  readonly optOut: boolean
  /** FEEL: money that is due if it is granted. */
  readonly amount?: string
}

/** One step of the journey. */
export interface SituationStep {
  readonly id: string
  readonly text: string
  readonly by: 'us' | 'you'
  readonly moment?: string
  readonly service?: string
  readonly done?: string
  readonly later?: string
}

/** A life situation as its package declares it. */
export interface SituationDefinition {
  readonly pack: Package
  readonly id: string
  readonly version: string
  readonly acts: readonly string[]
  readonly trigger: {
    readonly events: readonly string[]
    readonly register: string
    readonly record: { readonly contract: string; readonly input: Readonly<Record<string, Template>> }
    readonly when: string
  }
  readonly key: string
  readonly people: readonly {
    readonly id: string
    readonly person: string
    readonly when?: string
    readonly primary: boolean
  }[]
  readonly moments: readonly { readonly id: string; readonly when: string }[]
  readonly ends: { readonly when: string; readonly after: string }
  readonly steps: readonly SituationStep[]
  readonly services: readonly SituationService[]
  /** FEEL: the accounts that the person may choose from. */
  readonly accounts?: string
  readonly known?: readonly {
    readonly label: string
    readonly value: string
    readonly as: string
    readonly from?: string
  }[]
  readonly sources: readonly SituationSource[]
}

const known = new WeakMap<Package, SituationDefinition>()

/** The situation that a package holds. */
export function situationOf(pack: Package): SituationDefinition {
  const before = known.get(pack)
  if (before) return before
  const card = pack.json.get('situation.json') as unknown as Omit<SituationDefinition, 'pack' | 'sources'>
  const sources = (pack.json.get('sources.json') ?? []) as unknown as readonly SituationSource[]
  const definition = { ...card, pack, sources }
  known.set(pack, definition)
  return definition
}

/** Situations that an event of a register may begin or move. */
export function situationsOf(packages: Packages, event: string, register: string): SituationDefinition[] {
  return packages
    .list('situation')
    .map(situationOf)
    .filter(({ trigger }) => trigger.register === register && trigger.events.includes(event))
}
