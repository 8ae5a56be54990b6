import type { Language } from '@tereze/ui-components'

/** Something that files refer to, and what it is called. */
export interface NamedThing {
  readonly value: string
  readonly title: Readonly<Record<Language, string>>
}

/** What is published and may be named by files besides what regulations refer to. */
export interface Named {
  readonly services: readonly (NamedThing & { /** Names of its decisions. */ readonly decisions: readonly string[] })[]
  /** Standard processes with their major version. */
  readonly processes: readonly (NamedThing & { /** Notices that they send. */ readonly notices: readonly string[] })[]
  readonly purposes: readonly NamedThing[]
  readonly domains: readonly NamedThing[]
  readonly roles: readonly NamedThing[]
  /** Kinds of files by the nomenclatures of jurisdictions. */
  readonly kinds: readonly NamedThing[]
}
