import { describe, expect, it } from 'vitest'
import { sampleCase } from '../../preview/case.ts'
import { sampleTasks } from '../../preview/tasks.ts'
import { shownState } from './checklist-state.ts'
import type { CaseView } from './view.ts'

const [task] = sampleTasks(new Date('2026-03-02T04:00:00.000Z'))
if (!task) throw new Error('there are no sample tasks')
const sample = sampleCase(task, null)
const text = { en: 'x', ru: 'x', kk: 'x' }
type Line = CaseView['checklist'][number]
const line = (state: Line['state'], kind: Line['kind'] = 'criterion'): Line => ({
  id: 'x',
  text,
  clause: null,
  state,
  kind,
})
const undecided = { outcome: null, amount: null, grounds: [] }
const shown = (draft: CaseView['draft'], ...checklist: Line[]) =>
  checklist.map(one => shownState(one, { card: sample.card, draft, checklist }))

describe('shownState', () => {
  it('leaves open what rests on answers that differ', () => {
    expect(shown(undecided, line('fails'), line('conflict', 'need'))).toEqual(['undecided', 'conflict'])
  })

  it('lets fail what fails whatever else is known, and what was decided', () => {
    expect(shown(undecided, line('fails'))).toEqual(['fails'])
    expect(shown({ ...undecided, outcome: 'refused' }, line('fails'), line('conflict'))).toEqual(['fails', 'conflict'])
    const card = { ...sample.card, outcome: 'refused' as const }
    const checklist = [line('fails'), line('conflict')]
    expect(checklist.map(one => shownState(one, { card, draft: null, checklist }))).toEqual(['fails', 'conflict'])
  })

  it('says of a fact that it was received', () => {
    expect(shown(undecided, line('holds', 'need'), line('holds'))).toEqual(['received', 'holds'])
  })
})
