import { describe, expect, it } from 'vitest'
import { type StepFacts, stepState } from './step-state.ts'

const plain: StepFacts = {
  reached: true,
  by: 'us',
  isService: true,
  done: false,
  later: false,
  waits: false,
  case: null,
  offer: null,
}
const moving = { status: 'in-progress', waiting: null, hasTask: false, outcome: null }

describe('stepState', () => {
  it.each<[Partial<StepFacts>, string]>([
    [{ done: true, reached: false }, 'done'],
    [{ reached: false }, 'later'],
    [{ later: true }, 'later'],
    [{ isService: false, by: 'you' }, 'your-turn'],
    [{ isService: false, by: 'us' }, 'moving'],
    [{ offer: 'offered' }, 'your-turn'],
    [{ offer: 'confirmed' }, 'moving'],
    [{ offer: 'declined' }, 'not-for-you'],
    [{ offer: null }, 'not-for-you'],
    [{ offer: null, waits: true }, 'later'],
    [{ offer: 'lapsed', waits: true }, 'later'],
    [{ offer: 'offered', waits: true }, 'your-turn'],
    [{ offer: 'declined', waits: true }, 'not-for-you'],
    [{ case: moving }, 'moving'],
    [{ case: { ...moving, hasTask: true } }, 'your-turn'],
    [{ case: { ...moving, status: 'delivered', outcome: 'granted' } }, 'done'],
    [{ case: { ...moving, status: 'closed', outcome: 'discontinued' } }, 'done'],
  ])('%j is %s', (facts, state) => {
    expect(stepState({ ...plain, ...facts })).toBe(state)
  })
})
