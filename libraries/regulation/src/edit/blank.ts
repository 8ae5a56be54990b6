import type { Language } from '@tereze/operation'
import type { Words } from '../format/parts.ts'
import type { Part } from './describe-member.ts'

/**
 * A part as it begins: members that must be there, empty. Empty texts and missing terms are faults that the check tells, so nothing that
 * nobody wrote is taken for written.
 */
export function blankOf(part: Part): unknown {
  switch (part.kind) {
    case 'words':
      return { en: '', ru: '', kk: '' } satisfies Record<Language, string>
    case 'list':
    case 'choices':
      return []
    case 'object':
      return Object.fromEntries(
        part.members.flatMap(member => {
          if (!member.required || member.part.kind === 'term') return []
          return [[member.name, blankOf(member.part)]]
        }),
      )
    case 'choice':
      return part.values[0]
    case 'entries':
      return {}
    case 'either':
      return part.parts[0] === undefined ? '' : blankOf(part.parts[0])
    case 'money':
      return { amount: '', currency: '' }
    case 'term':
      return { workingDays: 1 }
    case 'number':
      return 0
    case 'yes-no':
      return false
    case 'format':
      return 1
    default:
      return ''
  }
}

/** What a blank regulation is told of the service it is for. */
export interface Beginning {
  readonly id: string
  readonly domain: string
  readonly jurisdiction: string
  /** What the service is called already. */
  readonly name?: Words | undefined
}

const variants = [
  {
    id: 'general',
    name: { en: 'General order', ru: 'Общий порядок', kk: 'Жалпы тәртіп' },
    when: 'true',
  },
]

/** A regulation as it begins: its frame, with everything that has to be written still empty. */
export function blankRegulation({ id, domain, jurisdiction, name }: Beginning): unknown {
  const words = { en: '', ru: '', kk: '' }
  return {
    format: 1,
    kind: 'own-powers',
    id,
    version: '1.0.0',
    domain,
    jurisdiction,
    level: 'national',
    name: name ?? words,
    summary: words,
    audience: ['person'],
    channels: ['portal', 'counter'],
    assurance: 'substantial',
    body: '',
    acts: [],
    clauses: [],
    applicants: [],
    questionnaire: [],
    variants,
    needs: [],
    criteria: [],
    rules: { follow: 'application', clause: '' },
    procedures: (['registration', 'requests', 'review', 'decision', 'delivery'] as const).map(one => ({
      id: one,
      clause: '',
    })),
    deadline: { from: 'submitted', clause: '' },
    results: [],
    appeal: { to: '', clause: '' },
  }
}
