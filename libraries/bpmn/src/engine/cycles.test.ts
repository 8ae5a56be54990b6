import { expect, test } from 'vitest'
import { flows, processOf } from '../testing/model.fixture.ts'
import { newState } from './state.ts'
import { type StepContext, step } from './step.ts'

const start = '2026-03-02T12:00:00.000Z'

/** The instants at which a repeating timer is due, each fired when the clock says the given time. */
async function dues(cycle: string, clock: readonly string[], context: Partial<StepContext> = {}): Promise<string[]> {
  const process = await processOf(
    `<startEvent id="s"/><userTask id="u"/><boundaryEvent id="b" attachedToRef="u" cancelActivity="false"><timerEventDefinition><timeCycle>${cycle}</timeCycle></timerEventDefinition></boundaryEvent><endEvent id="e"/>${flows('s > u', 'b > e')}`,
  )
  let result = step(process, newState('process', 'i'), { type: 'start' }, { now: start, data: {} })
  const found: string[] = []
  for (const now of [...clock, start]) {
    const set = result.effects.find(effect => effect.type === 'timer-set')
    if (!set || !('at' in set.due)) break
    found.push(set.due.at)
    result = step(process, result.state, { type: 'timer-fired', id: set.id }, { now, data: {}, ...context })
  }
  return found
}

const at = (hour: number) => `2026-03-02T${hour}:00:00.000Z`

test('a repeating timer keeps its rhythm and ends after its number of times', async () => {
  expect(await dues('R3/PT1H', [at(13), at(14), at(15)])).toEqual([at(13), at(14), at(15)])
})

test('what was missed is made up for once, or each time where that is wanted', async () => {
  expect(await dues('R/PT1H', [at(18)])).toEqual([at(13), at(19)])
  expect(await dues('R/PT1H', [at(18), at(18)], { missedCycles: 'each' })).toEqual([at(13), at(14), at(15)])
  // Missed occurrences count: of five, six were due.
  expect(await dues('R5/PT1H', [at(18)])).toEqual([at(13)])
})

test('a repeating timer ends at its end', async () => {
  expect(await dues('R/PT1H/2026-03-02T14:30:00Z', [at(13), at(14)])).toEqual([at(13), at(14)])
})
