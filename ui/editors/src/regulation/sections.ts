import type { RegulationProblem } from '@tereze/regulation'
import type { WordId } from './words.ts'

/** A section of the outline: members of the format that are read together. */
export interface Section {
  readonly id: string
  readonly title: WordId
  readonly members: readonly string[]
}

function section(id: string, ...members: readonly string[]): Section {
  return { id, title: `section.${id}` as WordId, members }
}

/** The outline of a regulation, in the order in which one is written. */
export const sections: readonly Section[] = [
  section(
    'card',
    'kind',
    'id',
    'version',
    'domain',
    'jurisdiction',
    'level',
    'name',
    'summary',
    'search',
    'audience',
    'channels',
    'assurance',
    'situations',
  ),
  section('bodies', 'body', 'department', 'developedBy', 'participants', 'extraterritorial', 'approval'),
  section('norms', 'acts', 'clauses'),
  section('applicants', 'applicants', 'notApplicant', 'acceptance'),
  section('variants', 'questionnaire', 'variants'),
  section('needs', 'needs'),
  section('values', 'values'),
  section('criteria', 'criteria', 'review', 'suspension', 'automatic'),
  section('sums', 'amount', 'fee'),
  section('terms', 'procedures', 'deadline', 'rules'),
  section('results', 'results'),
  section('appeal', 'appeal', 'correction'),
  section('indicators', 'indicators', 'retention'),
  section('joining', 'base', 'changeable'),
]

/** The section in which a place of a regulation stands; the first for the regulation as a whole. */
export function sectionOf(pointer: string): Section {
  const member = pointer.split('/')[1] ?? ''
  return sections.find(({ members }) => members.includes(member)) ?? (sections[0] as Section)
}

/** How far a section is: what is wrong or missing in it, whether anything stands there. */
export interface SectionState {
  readonly state: 'complete' | 'empty' | 'faults'
  readonly faults: number
}

function isWritten(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
}

/** How far each section of a regulation is. */
export function stateOf(
  { members }: Section,
  regulation: Readonly<Record<string, unknown>>,
  problems: readonly RegulationProblem[],
): SectionState {
  const faults = problems.filter(({ pointer }) => members.includes(pointer.split('/')[1] ?? '')).length
  if (faults > 0) return { state: 'faults', faults }
  return { state: members.some(name => isWritten(regulation[name])) ? 'complete' : 'empty', faults }
}
