import { type AroundRegulations, mayDiffer, type RegulationProblem, readAt } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import { type ComponentType, createContext, useContext } from 'react'
import type { Say } from '../say.ts'
import type { PartFieldProps } from './part-field-props.ts'
import type { Joining } from './read-file.ts'
import type { WordId } from './words.ts'

/** What the fields of the editor share: the regulation, what is wrong with it, and the way to change it. */
export interface Desk {
  readonly regulation: Readonly<Record<string, unknown>>
  readonly joining: Joining | null
  readonly problems: readonly RegulationProblem[]
  readonly around: AroundRegulations | null
  readonly language: Language
  readonly say: Say<WordId>
  readonly readOnly: boolean
  /** Changes the regulation as it is by now: what others changed meanwhile stays. */
  readonly edit: (change: (regulation: unknown) => unknown) => void
  /** Draws the parts inside of a part. */
  readonly Field: ComponentType<PartFieldProps>
}

const DeskContext = createContext<Desk | null>(null)

/** Gives the desk to the fields below. */
export const DeskProvider = DeskContext.Provider

/** The desk around a field. @throws Error outside of the editor. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('a field of a regulation stands outside of its editor')
  return desk
}

/** Whether a place may be changed: never in a draft that is only looked at; of an act of joining what its template lets differ, its id and version. */
export function mayChange({ readOnly, joining }: Pick<Desk, 'readOnly' | 'joining'>, pointer: string): boolean {
  if (readOnly) return false
  if (joining === null || pointer === '/id' || pointer === '/version') return true
  return mayDiffer(joining.template, pointer)
}

/** Whether a joined regulation says something else than its template at a place that it may change. */
export function differs({ joining, regulation }: Pick<Desk, 'regulation' | 'joining'>, pointer: string): boolean {
  if (joining === null || !mayDiffer(joining.template, pointer)) return false
  return JSON.stringify(readAt(joining.template, pointer)) !== JSON.stringify(readAt(regulation, pointer))
}

/** The problems of exactly one place. */
export function problemsAt({ problems }: Pick<Desk, 'problems'>, pointer: string): readonly RegulationProblem[] {
  return problems.filter(one => one.pointer === pointer)
}
