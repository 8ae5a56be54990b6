import type { Language } from '@tereze/operation'

/** A person or official who may choose themselves at the demo sign-in. */
export interface DemoIdentity {
  readonly id: string
  readonly kind: 'person' | 'official'
  readonly name: string
  /** Message key of one line that says who this is in the story; null for the many that no story is about. */
  readonly about: string | null
  readonly organisation: string | null
  /** Name of the organisation in the three languages, shown beside what an official is. */
  readonly organisationName?: Readonly<Record<Language, string>>
  /** Year of birth and region, which tell people of one name apart. */
  readonly birthYear?: string
  readonly regionName?: Readonly<Record<Language, string>>
}

/** People who may sign in at the demo, and where their one-time codes go. Given only by the demo composition. */
export interface DemoSignIn {
  /** The people and officials of the story, in the order in which they are shown. */
  identities(): Promise<readonly DemoIdentity[]>
  /** Anybody of the demo country whose name fits the words. */
  search(words: string, limit: number): Promise<readonly DemoIdentity[]>
  find(id: string): Promise<DemoIdentity | null>
  sendCode(identity: DemoIdentity, code: string): Promise<void>
  /** The newest code on the demo phone of somebody; null when none came. */
  shownCode(identity: DemoIdentity): Promise<string | null>
}
