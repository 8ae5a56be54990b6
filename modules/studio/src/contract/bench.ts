import type { PackageSource } from '@tereze/catalogue/contract'
import { event, Instant, Money, OrganisationId, operation, port, refusal, TypedId } from '@tereze/operation'
import { type Static, Type } from 'typebox'
import { Certificate } from './certificate.ts'
import { DraftId, draftNotFound, RevisionNumber } from './draft.ts'
import { DraftPath } from './files.ts'

/** Id of a run of the test bench. */
export const RunId = TypedId('run')

/** Something that is not as a story says: what, what the story expects, what was found. */
export const Difference = Type.Object({ what: Type.String(), expected: Type.Unknown(), found: Type.Unknown() })
/** Something that is not as a story says. */
export type Difference = Static<typeof Difference>

/** A case as its person and its office see it. */
export const CaseSeen = Type.Object({
  service: Type.String(),
  status: Type.String(),
  outcome: Type.Union([Type.String(), Type.Null()]),
  waiting: Type.Union([Type.String(), Type.Null()]),
  /** Local date by which the decision is due. */
  deadline: Type.Union([Type.String(), Type.Null()]),
  /** Stages that it went through. */
  path: Type.Array(Type.String()),
  acts: Type.Array(Type.String()),
  grounds: Type.Array(Type.String()),
  rules: Type.Array(Type.String()),
  amount: Type.Union([Money, Type.Null()]),
  documents: Type.Array(Type.String()),
  payments: Type.Array(Type.Object({ account: Type.String(), amount: Money })),
  notices: Type.Array(Type.String()),
  tasks: Type.Array(Type.Object({ id: Type.String(), role: Type.String() })),
})
/** A case as its person and its office see it. */
export type CaseSeen = Static<typeof CaseSeen>

/** What was seen after a step of a story. */
export const MomentSeen = Type.Object({
  /** From 1. */
  step: Type.Integer(),
  at: Instant,
  /** Why the step was refused: its code and the place; null: it was done. */
  refused: Type.Union([Type.Object({ code: Type.String(), pointer: Type.String() }), Type.Null()]),
  /** The page at which a form ended for good. */
  exit: Type.Union([Type.String(), Type.Null()]),
  cases: Type.Array(CaseSeen),
})
/** What was seen after a step of a story. */
export type MomentSeen = Static<typeof MomentSeen>

/** What somebody of a story could do next: a form of a person or a task of an official, as the platform gives it. */
export const NextAct = Type.Object({
  /** Who, by the name in the story. */
  who: Type.String(),
  does: Type.Union([Type.Literal('submits'), Type.Literal('answers'), Type.Literal('does')]),
  /** Id of the task in the process. */
  node: Type.String(),
  service: Type.String(),
  /** The form as `cases.get-own-task` or `cases.get-task` gives it; what it says of persons are names of the story. */
  form: Type.Record(Type.String(), Type.Unknown()),
})
/** What somebody of a story could do next. */
export type NextAct = Static<typeof NextAct>

/** What came of a story that was told. */
export const StoryTold = Type.Object({
  path: DraftPath,
  /** Nothing: it holds. */
  differences: Type.Array(Difference),
  /** The step (from 1) that could not be taken; null: all were. */
  stoppedAt: Type.Union([Type.Integer(), Type.Null()]),
  moments: Type.Array(MomentSeen),
  /** What of the package it used: kind and name of a rule, a sequence flow, an exit page, a ground. */
  used: Type.Array(Type.String()),
  milliseconds: Type.Integer(),
  /** What could be done next; only of a trial. */
  next: Type.Array(NextAct),
})
/** What came of a story that was told. */
export type StoryTold = Static<typeof StoryTold>

/** Something that at least one story should use. */
export const CoverageItem = Type.Object({
  kind: Type.Union([Type.Literal('rule'), Type.Literal('flow'), Type.Literal('exit'), Type.Literal('ground')]),
  /** Package and place in it. */
  name: Type.String(),
})
/** Something that at least one story should use. */
export type CoverageItem = Static<typeof CoverageItem>

/** What the test bench is to do. */
export interface BenchOrder {
  /** What is published. */
  readonly around: readonly PackageSource[]
  /** The package whose stories are told, with a version above what is published of it. */
  readonly source: PackageSource
  readonly stories: readonly { readonly path: string; readonly text: string }[]
  /** Whether what could be done next is wanted. */
  readonly isTrial: boolean
}

/** What came of an order: what stories should use, or why the package cannot be tried at all. */
export type BenchOutcome =
  | { readonly ok: true; readonly items: readonly CoverageItem[] }
  | { readonly ok: false; readonly problem: 'package-faulty' | 'took-too-long' | 'broke-down' }

/** Tells stories beside the running platform, in a process of its own with limits. */
export interface StoryBench {
  /** Tells stories; `onTold` hears of each as it ends. After the signal no other story is begun. */
  tell(order: BenchOrder, onTold: (told: StoryTold) => Promise<void>, signal: AbortSignal): Promise<BenchOutcome>
}

/** The test bench of the running platform; bound by the composition root. */
export const storyBench = port<StoryBench>('studio.story-bench')

/** The draft has no story. */
export const storiesNone = refusal('studio.stories-none', 'conflict')
/** There is no such story in the draft: `path`. */
export const storyNotFound = refusal('studio.story-not-found', 'not-found')
/** What was written is no story: `reason`. */
export const storyUnreadable = refusal('studio.story-unreadable', 'invalid')
/** The organisation has as many runs waiting as it may have: `limit`. */
export const benchBusy = refusal('studio.bench-busy', 'too-many')
/** There is no such run. */
export const runNotFound = refusal('studio.run-not-found', 'not-found')

/** A run was asked for. Thin. */
export const benchAsked = event({
  type: 'studio.bench-asked',
  does: 'Stories of a working copy are to be told on the test bench.',
  data: Type.Object({ draft: DraftId, run: RunId }),
})

/** How a run stands. */
export const RunState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('telling'),
  Type.Literal('stopping'),
  Type.Literal('done'),
  Type.Literal('stopped'),
  Type.Literal('failed'),
])
/** How a run stands. */
export type RunState = Static<typeof RunState>

/** A run of the test bench. */
export const BenchRun = Type.Object({
  run: RunId,
  state: RunState,
  told: Type.Integer(),
  stories: Type.Integer(),
  askedAt: Instant,
  /** Why it failed: the package cannot be published as it is, it took too long, the bench broke down. */
  problem: Type.Union([Type.String(), Type.Null()]),
})
/** A run of the test bench. */
export type BenchRun = Static<typeof BenchRun>

/** How a story of a draft stands: never told, told before something was changed, held, did not hold, cannot be read. */
export const StoryState = Type.Union([
  Type.Literal('untold'),
  Type.Literal('stale'),
  Type.Literal('holds'),
  Type.Literal('fails'),
  Type.Literal('unreadable'),
])
/** How a story of a draft stands. */
export type StoryState = Static<typeof StoryState>

/** Tells the stories of a draft. */
export const tellStories = operation({
  name: 'studio.tell-stories',
  does: 'Has the stories of a working copy told on the test bench, all or some; what came of them is told by the bench.',
  input: Type.Object({
    organisation: OrganisationId,
    draft: DraftId,
    /** These only. */
    paths: Type.Optional(Type.Array(DraftPath, { minItems: 1, maxItems: 500 })),
  }),
  output: Type.Object({ run: RunId }),
  permission: 'studio.draft.write',
  refusals: [draftNotFound, storiesNone, storyNotFound, benchBusy],
  emits: [benchAsked],
})

/** Tries a story that is being written. */
export const tryStory = operation({
  name: 'studio.try-story',
  does: 'Has a story that is being written told on a working copy up to its last step, to see what came of it and what could be done next.',
  input: Type.Object({
    organisation: OrganisationId,
    draft: DraftId,
    /** The story as JSON text. */
    story: Type.String({ minLength: 2, maxLength: 200_000 }),
  }),
  output: Type.Object({ run: RunId }),
  permission: 'studio.draft.write',
  refusals: [draftNotFound, storyUnreadable, benchBusy],
  emits: [benchAsked],
})

/** How a trial stands. */
export const getTrial = operation({
  name: 'studio.get-trial',
  does: 'Gives how a trial of a story stands and, when it is through, what was seen.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, run: RunId }),
  output: Type.Object({ run: BenchRun, told: Type.Union([StoryTold, Type.Null()]) }),
  permission: 'studio.draft.read',
  refusals: [runNotFound],
})

/** Stops a run. */
export const stopRun = operation({
  name: 'studio.stop-run',
  does: 'Stops a run of the test bench: the story that is being told ends, no other begins.',
  input: Type.Object({ organisation: OrganisationId, run: RunId }),
  output: Type.Object({ run: RunId }),
  permission: 'studio.draft.write',
  refusals: [runNotFound],
})

/** The test bench of a draft. */
export const getBench = operation({
  name: 'studio.get-bench',
  does: 'Gives the stories of a working copy with what came of them, the run that goes on, what no story uses, and certificates of user testing.',
  kind: 'query',
  input: Type.Object({ organisation: OrganisationId, draft: DraftId }),
  output: Type.Object({
    revision: RevisionNumber,
    stories: Type.Array(
      Type.Object({
        path: DraftPath,
        /** What it tells, in its own words; null: it cannot be read. */
        title: Type.Union([Type.String(), Type.Null()]),
        state: StoryState,
        toldAt: Type.Union([Instant, Type.Null()]),
        /** What came of it the last time. */
        told: Type.Union([StoryTold, Type.Null()]),
      }),
    ),
    /** The run that waits or goes on, else the last one; null: there was none. */
    run: Type.Union([BenchRun, Type.Null()]),
    coverage: Type.Object({ items: Type.Array(CoverageItem), gaps: Type.Array(CoverageItem) }),
    certificates: Type.Array(Certificate),
    may: Type.Object({ tell: Type.Boolean(), certify: Type.Boolean() }),
  }),
  permission: 'studio.draft.read',
  refusals: [draftNotFound],
})
