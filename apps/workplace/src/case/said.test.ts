import { describe, expect, it } from 'vitest'
import { sampleCase } from '../../preview/case.ts'
import { sampleForm } from '../../preview/form.ts'
import { sampleTasks } from '../../preview/tasks.ts'
import { intlOf, wordsOf } from '../words/words.ts'
import { saidAbout } from './said.ts'

const words = wordsOf(intlOf('en'), 'en')
const [task] = sampleTasks(new Date('2026-03-02T04:00:00.000Z'))
if (!task) throw new Error('there are no sample tasks')
const view = sampleCase(task, null)
const form = { ...sampleForm(task), data: {} }

describe('saidAbout', () => {
  it('gives what the platform tells, and nothing else then', () => {
    const said = [{ label: { en: 'Appeal', ru: 'Апелляция', kk: 'Шағым' }, text: 'The income is wrong.' }]
    const data = { appeal: { reason: 'Something else' } }
    expect(saidAbout({ ...form, data, said }, view, words)).toEqual([{ label: 'Appeal', text: 'The income is wrong.' }])
  })

  it('finds the appeal and the report of an error in the data', () => {
    const data = {
      appeal: { reason: 'The income is wrong.', asks: ' ' },
      correction: {
        text: 'My name is misspelled.',
        changes: [
          { pointer: '/declared', value: { amount: '90000.00', currency: 'DMD' } },
          { pointer: '/unknown', value: 'Zarina' },
          { pointer: '/nothing', value: null },
        ],
      },
    }
    expect(saidAbout({ ...form, data }, view, words)).toEqual([
      { label: 'Why they appeal', text: 'The income is wrong.' },
      { label: 'The error they found', text: 'My name is misspelled.' },
      {
        label: 'How it should be',
        text: `Income as told by the applicant: ${words.money({ amount: '90000.00', currency: 'DMD' })}\nZarina`,
      },
    ])
  })

  it('is empty where nothing was written', () => {
    expect(saidAbout(form, view, words)).toEqual([])
  })
})
