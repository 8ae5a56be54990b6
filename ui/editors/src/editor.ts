import type { AroundRegulations } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import type { ComponentType } from 'react'
import type { Named } from './file/named.ts'
import type { TrySituation } from './situation/trial.ts'

/** Something wrong with a file of a draft, as the check of packages says it. */
export interface EditorProblem {
  /** Path of the file inside the package's folder. */
  readonly path: string
  /** Where in it: a JSON pointer, or the id of an element of a diagram; null: the file as a whole. */
  readonly place: string | null
  /** Stable code, for instance `package.concept-is-asked`. */
  readonly code: string
  /** In the language of the screen. */
  readonly message: string
  /** Hints are no fault. */
  readonly weight: 'fault' | 'hint'
}

/** An earlier state of a draft's files: a published version, a revision. */
export interface EditorVersion {
  /** What it is called, in the language of the screen. */
  readonly label: string
  readonly files: ReadonlyMap<string, string>
}

/** The page of a document template with data that somebody made up. */
export interface PageOrder {
  readonly template: Readonly<Record<string, unknown>>
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>
  readonly regulation?: Readonly<Record<string, unknown>>
  readonly data: Readonly<Record<string, unknown>>
  readonly languages: readonly Language[]
}

/** A page as the platform sets it: the file (base64) and a drawing of it (SVG); or why there is none, in the language of the screen. */
export type DrawnPage = { readonly pdf: string; readonly svg: string } | { readonly problem: string }

/** What an editor gets from the screen around it. */
export interface EditorProps {
  /** All files of the draft as text, by path inside the package's folder (`forms/apply.form.json`). */
  readonly files: ReadonlyMap<string, string>
  /** The file that is open. */
  readonly path: string
  /** Gives changed files back; null removes one. One call is one step of undo. Not called while `readOnly`. */
  readonly change: (files: Readonly<Record<string, string | null>>) => void
  readonly problems: readonly EditorProblem[]
  /** Whether it may only be looked at: an observer, a published version. */
  readonly readOnly: boolean
  /** The language of the screen. */
  readonly language: Language
  /** What lies around the draft and may be referred to; not there while it loads, or where nobody knows it. */
  readonly around?: AroundRegulations | undefined
  /** What is published and may be named besides, with what it is called. */
  readonly named?: Named | undefined
  /** Tries a draft of a life situation out; not there where nobody can. */
  readonly trySituation?: TrySituation | undefined
  /** Earlier states to compare with, newest first. */
  readonly versions?: readonly EditorVersion[] | undefined
  /** A place in the file that was chosen among the problems, as `EditorProblem.place` says it; another object for each choice. */
  readonly chosen?: { readonly place: string } | null
  /** Has the platform set the page of a template; not there where no platform is. */
  readonly drawPage?: ((order: PageOrder) => Promise<DrawnPage>) | undefined
}

/** An editor of one kind of file. */
export interface Editor {
  /** Stable, kebab-case: `form`. */
  readonly id: string
  /** Whether it opens the file of this path. */
  opens(path: string): boolean
  readonly View: ComponentType<EditorProps>
}
