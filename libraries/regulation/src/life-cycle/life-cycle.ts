/** Where a version of a regulation is in its life. */
export type Stage =
  | 'draft'
  | 'agreement'
  | 'approval'
  | 'registration'
  | 'awaiting-force'
  | 'in-force'
  | 'amended'
  | 'repealed'

/** Somebody who takes a step: an official of a body. */
export interface Who {
  readonly official: string
  /** `org:…` */
  readonly body: string
}

/** What a body says of the text: it agrees, it agrees and its remarks stand, it does not agree. */
export type Position = 'agrees' | 'agrees-with-remarks' | 'disagrees'

/** A body that was asked, and what it said. */
export interface Asked {
  readonly body: string
  readonly position: Position | null
  /** The text that it spoke of, by its hash; null while it said nothing. */
  readonly content: string | null
  /** The official who said so; null while nobody did, and where the term was over without a word. */
  readonly by: string | null
  readonly at: string | null
}

/** A line of the table of remarks. */
export interface Remark {
  readonly id: string
  readonly body: string
  /** Place in the regulation (RFC 6901). */
  readonly place: string
  readonly text: string
  readonly at: string
  /** What the author's body answered; null: nothing yet. */
  readonly answer: { readonly accepted: boolean; readonly text: string; readonly at: string } | null
  /** Whether the body took the answer; `insists` puts the remark into the table of disagreements; null: nothing said yet. */
  readonly settled: 'content' | 'insists' | null
  /** What was decided of a disagreement; null: nothing yet. */
  readonly decision: {
    readonly upheld: boolean
    readonly text: string
    /** The day of the meeting with those who disagree; null: it was decided without one. */
    readonly met: string | null
    readonly at: string
  } | null
}

/** The anti-corruption expertise of a text. */
export interface Expertise {
  readonly content: string
  /** What may lead to corruption, with its place; empty: nothing. */
  readonly factors: readonly { readonly place: string; readonly text: string }[]
  readonly by: string
  readonly at: string
}

/** The life of one version of a regulation. Plain data: whoever keeps it may write it down as it is. */
export interface LifeCycle {
  readonly stage: Stage
  /** The body whose regulation it is, and the official who wrote it. */
  readonly body: string
  readonly author: string
  /** Other officials who changed its text; none where nobody did. */
  readonly writers?: readonly string[]
  /** Hash of the text as it is now. */
  readonly content: string
  readonly asked: readonly Asked[]
  readonly remarks: readonly Remark[]
  readonly expertise: Expertise | null
  readonly approval: {
    readonly act: string
    readonly signature: string
    readonly by: string
    readonly at: string
  } | null
  readonly registration: { readonly number: string; readonly by: string; readonly at: string } | null
  /** First day in force; null while it is not known. */
  readonly inForce: string | null
  /** The version that amended it, or the act that repealed it, and the first day on which it no longer holds. */
  readonly end: { readonly how: 'amended' | 'repealed'; readonly by: string; readonly from: string } | null
  /** Why it went back to the author, the last time first. */
  readonly returned: readonly {
    readonly from: Stage
    readonly reason: string
    readonly by: string
    readonly at: string
  }[]
}

/** The life of a version that somebody begins to write. */
export function beginLife(body: string, author: string, content: string): LifeCycle {
  return {
    stage: 'draft',
    body,
    author,
    content,
    asked: [],
    remarks: [],
    expertise: null,
    approval: null,
    registration: null,
    inForce: null,
    end: null,
    returned: [],
  }
}

/** The table of disagreements: remarks on which their bodies insist. */
export function disagreementsOf({ remarks }: LifeCycle): readonly Remark[] {
  return remarks.filter(({ settled }) => settled === 'insists')
}
