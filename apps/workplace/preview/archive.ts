import {
  type ArchivedCase,
  type DestroyedCase,
  type DestructionCard,
  draftDestruction,
  dropDestruction,
  erasePerson,
  getDestruction,
  listArchive,
  listDestructions,
  signDestruction,
} from '@tereze/cases/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
import { colleague, me } from './people.ts'
import { text } from './text.ts'

type Handle = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

const benefit = text('Monthly child benefit', 'Ежемесячное пособие на ребёнка', 'Бала күтіміне ай сайынғы жәрдемақы')
const kindTitle = text('Benefits to families', 'Пособия семьям', 'Отбасыларға берілетін жәрдемақылар')
const sourceText = text(
  'Law on Archives, clause 9.4',
  'Закон об архивном деле, пункт 9.4',
  'Архив ісі туралы заң, 9.4-тармақ',
)
const id = (kind: string, n: number) => `${kind}_0198a000-0000-7000-8000-00000000ac0${n}`

/** The archive of the sample: cases over and kept, an act that a colleague signed first, one that was carried out. */
export function sampleArchive(now: Date, handler: Handle): SampleHandler[] {
  const at = now.toISOString()
  const by = (who: typeof me) => ({ official: who.official, name: who.name, at })
  const archived = (n: number, closed: string, keptUntil: string): ArchivedCase => ({
    case: id('case', n),
    number: `7K4M-92X${n}-P3`,
    service: 'monthly-child-benefit',
    serviceTitle: benefit,
    opened: closed,
    closed,
    kind: { id: 'benefits', index: '05-12', title: kindTitle, keep: 'P10Y', source: 'act:archives/9.4', sourceText },
    keptUntil,
    due: keptUntil < at.slice(0, 10),
    destruction: null,
  })
  let kept = [
    archived(1, '2014-03-04', '2024-12-31'),
    archived(2, '2014-05-06', '2024-12-31'),
    archived(3, '2024-05-06', '2094-12-31'),
  ]
  const act = (n: number, changes: Partial<DestructionCard>): DestructionCard => ({
    destruction: id('destruction', n),
    state: 'draft',
    cases: 2,
    drafted: by(colleague),
    first: null,
    second: null,
    droppedBecause: null,
    paper: null,
    ...changes,
  })
  const paper = { document: id('document', 1), reference: '7K4M-92XQ-P3TT-0A1B' }
  let acts = [
    act(1, { state: 'signed', first: by(colleague) }),
    act(2, { state: 'done', first: by(colleague), second: by(me), paper }),
  ]
  const find = (wanted: string) => {
    const found = acts.find(one => one.destruction === wanted)
    if (found === undefined) throw new No('cases.destruction-not-found', 404, 'There is no such act of destruction')
    return found
  }
  const put = (changed: DestructionCard) => {
    acts = acts.map(one => (one.destruction === changed.destruction ? changed : one))
  }
  const destroyed: DestroyedCase[] = ['7K4M-92X8-P3', '7K4M-92X9-P3'].map(number => ({
    number,
    serviceTitle: benefit,
    index: '05-12',
    kindTitle,
    sourceText,
    opened: '2013-03-04',
    closed: '2013-04-05',
    keptUntil: '2023-12-31',
  }))
  return [
    handler(listArchive, ({ due }) => ({ items: kept.filter(one => one.due || due !== true), next: null })),
    handler(listDestructions, () => ({ items: acts, next: null })),
    handler(getDestruction, ({ destruction }) => ({ act: find(destruction), cases: destroyed })),
    handler(draftDestruction, ({ cases }) => {
      const destruction = id('destruction', 3)
      kept = kept.map(one => (cases.includes(one.case) ? { ...one, destruction } : one))
      acts = [act(3, { cases: cases.length, drafted: by(me) }), ...acts]
      return { destruction }
    }),
    handler(signDestruction, ({ destruction }) => {
      const found = find(destruction)
      const isLast = found.first !== null
      put(isLast ? { ...found, state: 'done', second: by(me), paper } : { ...found, state: 'signed', first: by(me) })
      return { state: isLast ? ('done' as const) : ('signed' as const) }
    }),
    handler(dropDestruction, ({ destruction, reason }) => {
      put({ ...find(destruction), state: 'dropped', droppedBecause: reason })
      return { destruction }
    }),
    handler(erasePerson, () => {
      throw new No(
        'cases.archive-term-runs',
        409,
        'Case 7K4M-92X3-P3 is kept until 2094-12-31 (kind 05-12, archives/9.4)',
      )
    }),
  ]
}
