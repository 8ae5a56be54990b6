import type { AroundRegulations } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import { type ComponentType, createContext, useContext } from 'react'
import type { EditorProblem } from '../editor.ts'
import type { Catalogues } from './catalogues.ts'
import type { ShapeFieldProps } from './field-of.ts'
import type { Named } from './named.ts'
import type { Shape } from './shape.ts'
import type { SayFile } from './words.ts'

/** What the fields of a form over a file share: its value, its words, what is wrong, and the way to change it. */
export interface FileDesk {
  /** What the whole is called in words: the format. */
  readonly name: string
  readonly value: unknown
  readonly shape: Shape
  readonly files: ReadonlyMap<string, string>
  /** Words of the package, which texts of the file refer to. */
  readonly words: Catalogues
  readonly problems: readonly EditorProblem[]
  readonly around: AroundRegulations | null
  readonly named: Named | null
  readonly language: Language
  readonly say: SayFile
  readonly readOnly: boolean
  /** Changes the value as it is by now; what others changed meanwhile stays. */
  readonly edit: (change: (value: unknown) => unknown) => void
  /** Changes words of the package under a key, and what refers to it, as one step. */
  readonly word: (key: string, language: Language, text: string, refer?: (value: unknown) => unknown) => void
  /** Draws what is inside of a place. */
  readonly Field: ComponentType<ShapeFieldProps>
}

const DeskContext = createContext<FileDesk | null>(null)

/** Gives the desk to the fields below. */
export const FileDeskProvider = DeskContext.Provider

/** The desk around a field. @throws Error outside of a form. */
export function useFileDesk(): FileDesk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('a field of a file stands outside of its form')
  return desk
}

/** The problems of exactly one place. */
export function problemsAt({ problems }: Pick<FileDesk, 'problems'>, pointer: string): readonly EditorProblem[] {
  return problems.filter(({ place }) => (place ?? '') === pointer)
}
