import type { Language, Money, PersonName } from '@tereze/operation'

/** A person of a story; what it does not say is filled in. */
export interface StoryPerson {
  readonly as: string
  readonly name?: PersonName
  readonly born?: string
  readonly sex?: 'female' | 'male'
  readonly region?: string
  readonly language?: Language
  /** False: has none. */
  readonly identifier?: boolean
  readonly citizenship?: string
  readonly document?: { readonly kind: string; readonly number: string; readonly country: string }
  /** False: has none. */
  readonly phone?: boolean
  /** `@name` of the other. */
  readonly married?: string
  readonly children?: readonly StoryPerson[]
  readonly accounts?: readonly { readonly as: string; readonly default?: boolean }[]
  readonly incomes?: readonly {
    readonly year: number
    readonly employer: string
    readonly source: string
    readonly monthly: Money
    readonly months?: number
  }[]
  readonly benefits?: readonly { readonly kind: string; readonly child?: string }[]
  readonly official?: { readonly organisation: string; readonly department?: string; readonly role: string }
}

/** An answer of a contract that a story tells: what differs from the real one; or that the source is dead, late or lies. */
export type ToldAnswer = Readonly<Record<string, unknown>> | 'unavailable' | 'late' | 'lying'

type Values = Readonly<Record<string, unknown>>

interface Step {
  /** Who does it: a person, an official, a member of the exchange. */
  readonly who: string
  /** `@name` of the person or firm for whom a person does it; absent: for themselves. */
  readonly for?: string
  /** ISO 8601 period since the step before. */
  readonly at?: string
}

/** A member's system sends a message. */
export interface SendStep extends Step {
  readonly system?: string
  readonly sends: string
  readonly with: Values
  /** Names the record that it makes. */
  readonly as?: string
}

/** A person opens the form and answers without submitting. */
export interface OpenStep extends Step {
  readonly opens: 'form'
  readonly with: Values
}

/** A person confirms offers. */
export interface ConfirmStep extends Step {
  readonly confirms: readonly string[]
  readonly with: Values
}

/** A person submits the application. */
export interface SubmitStep extends Step {
  readonly submits: Values
  /** Whether they sign it, by the key that their passkey confirms. */
  readonly signs?: boolean
  readonly channel?: string
}

/** A person answers a task, or a message. */
export interface AnswerStep extends Step {
  readonly answers: string
  readonly with?: Values
  readonly channel?: string
  /** Text of the message. */
  readonly text?: string
}

/** An official completes a task. */
export interface DoStep extends Step {
  readonly does: string
  readonly with: Values
}

/** A person appeals. */
export interface AppealStep extends Step {
  readonly appeals: { readonly reason: string; readonly asks?: string }
}

/** A person reports an error. */
export interface ReportStep extends Step {
  readonly 'reports-error': {
    readonly text: string
    readonly changes: readonly { readonly pointer: string; readonly value: unknown }[]
  }
}

/** A person reports an error in a record about them. */
export interface FactStep extends Step {
  readonly 'reports-fact': {
    readonly register: string
    /** `@name` of the record. */
    readonly record: string
    readonly pointer: string
    readonly text: string
    readonly changes?: Readonly<Record<string, string>>
  }
}

/** An official corrects a record of a register of their organisation. */
export interface CorrectStep extends Step {
  readonly 'corrects-record': {
    readonly register: string
    /** `@name` of the record. */
    readonly record: string
    readonly reason: string
    /** The right values by pointer; null: there should be none. */
    readonly changes: Values
  }
}

/** A security officer puts a person under special watch. */
export interface ProtectStep extends Step {
  /** `@name` of the person. */
  readonly protects: string
}

/** An official looks at a record of a register of their organisation. */
export interface ReadStep extends Step {
  readonly 'reads-record': {
    readonly register: string
    /** `@name` of the record. */
    readonly record: string
  }
}

/** A person takes the application back. */
export interface WithdrawStep extends Step {
  readonly withdraws: { readonly reason?: string }
}

/** An official suspends the term of a case. */
export interface SuspendStep extends Step {
  readonly suspends: { readonly ground: string; readonly reason: string; readonly until?: string }
}

/** An official returns the application for correction. */
export interface ReturnStep extends Step {
  readonly returns: { readonly ground: string; readonly reason: string }
}

/** An official sends the case back to an earlier step for correction, from the only task that officials have in the case. */
export interface SendBackStep extends Step {
  readonly 'sends-back': { readonly reason: string }
}

/** An official ends a suspension. */
export interface ResumeStep extends Step {
  readonly resumes: { readonly reason: string }
}

/** An official prolongs the term of a case. */
export interface ExtendStep extends Step {
  readonly extends: { readonly ground: string; readonly reason: string }
}

/** An official asks the applicant for information, from the only task that officials have in the case. */
export interface AskStep extends Step {
  readonly 'asks-information': {
    readonly text: string
    readonly fields?: readonly string[]
    readonly until?: string
    /** Ground on which the term stands still until the answer. */
    readonly suspend?: string
  }
}

/** A person asks for a duplicate of a result. */
export interface DuplicateStep extends Step {
  readonly 'asks-duplicate': { readonly document?: string }
}

/** An official tells the platform what happened: a message that a case waits for, or that begins one. */
export interface CorrelateStep extends Step {
  /** Name of the message. */
  readonly correlates: string
  readonly key?: string
  readonly with: Values
}

/** An official begins an activity that a task offers. */
export interface BeginStep extends Step {
  /** Id of the activity in the process. */
  readonly begins: string
}

/** A person gives another a power, who accepts it. */
export interface GivePowerStep extends Step {
  readonly 'gives-power': {
    /** Name of the person in the story. */
    readonly to: string
    readonly codes: readonly string[]
    /** Only for these services; absent: for all. */
    readonly services?: readonly string[]
  }
}

/** A person ends every power that they gave somebody. */
export interface EndPowerStep extends Step {
  /** Name of the person in the story. */
  readonly 'ends-power': string
}

/** An applicant asks persons to sign the application. */
export interface AskSignatoriesStep extends Step {
  /** Names of the persons in the story. */
  readonly 'asks-signatories': readonly string[]
}

/** A person signs what another applied for, by the key that their passkey confirms. */
export interface SignStep extends Step {
  readonly 'signs-for-another': true
}

/** A person declines to sign what another applied for. */
export interface DeclineStep extends Step {
  /** Why, in their own words. */
  readonly 'declines-signature': string
}

/** An applicant takes back the request to somebody. */
export interface TakeBackStep extends Step {
  /** Name of the person in the story. */
  readonly 'takes-back-request': string
}

/** Time passes. */
export interface PassStep {
  readonly at?: string
  readonly passes: string
}

/** One step of a story. */
export type StoryStep =
  | SendStep
  | OpenStep
  | ConfirmStep
  | SubmitStep
  | AnswerStep
  | DoStep
  | AppealStep
  | ReportStep
  | FactStep
  | CorrectStep
  | ProtectStep
  | ReadStep
  | WithdrawStep
  | AskStep
  | SuspendStep
  | ReturnStep
  | SendBackStep
  | ResumeStep
  | ExtendStep
  | DuplicateStep
  | CorrelateStep
  | BeginStep
  | GivePowerStep
  | EndPowerStep
  | AskSignatoriesStep
  | SignStep
  | DeclineStep
  | TakeBackStep
  | PassStep

/** What must hold at the end: only what is named, and that exactly. */
export interface Expectation {
  readonly status?: string
  readonly outcome?: string | null
  readonly waiting?: string
  readonly appeal?: string
  readonly path?: readonly string[]
  readonly deadline?: string
  readonly decision?: {
    readonly rules?: readonly string[]
    readonly refusals?: readonly string[]
    readonly amount?: string
    readonly suggested?: string
  }
  readonly acts?: readonly string[]
  readonly grounds?: readonly string[]
  readonly documents?: readonly (
    | string
    | { readonly id: string; readonly version?: number; readonly status?: string; readonly data?: Values }
  )[]
  readonly payments?: readonly { readonly to: string; readonly amount: Money }[]
  readonly records?: readonly { readonly register: string; readonly data: Values }[]
  readonly files?: readonly { readonly from: string; readonly mediaType: string; readonly applicant: boolean }[]
  readonly notices?: readonly string[]
  readonly tasks?: readonly { readonly role?: string; readonly id: string }[]
  readonly refused?: { readonly code: string; readonly pointer?: string }
  readonly exit?: string
  readonly cases?: Readonly<Record<string, Expectation>>
  readonly offers?: readonly string[]
  readonly silent?: readonly string[]
}

/** A story as `cases/*.case.json` tells it. */
export interface Story {
  readonly story: string
  /** ISO 8601 with offset. */
  readonly clock: string
  readonly given: {
    readonly people: readonly StoryPerson[]
    readonly records?: readonly { readonly as?: string; readonly register: string; readonly data: Values }[]
    readonly answers?: Readonly<Record<string, readonly ToldAnswer[]>>
  }
  readonly steps: readonly StoryStep[]
  readonly then: Expectation
}
