import { expect, test } from 'vitest'
import { checkFeel, newState, parseProcess, simulateToEnd, step } from './index.ts'
import { fileOf, flows } from './testing/model.fixture.ts'

test('what the README shows is so', async () => {
  const xml =
    fileOf(`<process id="p" isExecutable="true"><startEvent id="start"/><userTask id="check" name="Check" tereze:role="registrar"/><endEvent id="end"/>
    ${flows('start > check > end')}</process>`)
  const parsed = await parseProcess(xml, { check: checkFeel })
  const [process] = parsed.ok ? parsed.processes : []
  if (!process) throw new Error('refused')
  const context = { now: '2026-03-02T12:00:00.000Z', data: {} }
  const begun = step(process, newState(process.id, 'case_1'), { type: 'start' }, context)
  expect(begun.effects.at(-1)).toEqual({
    type: 'task-opened',
    id: 'case_1:2',
    node: 'check',
    name: 'Check',
    attributes: { role: 'registrar' },
    local: {},
  })
  const done = step(process, begun.state, { type: 'task-completed', id: 'case_1:2' }, context)
  expect(done.effects.at(-1)).toEqual({ type: 'ended', outcome: 'completed' })
  expect(simulateToEnd(process, context).path).toEqual(['start', 'check', 'end'])
})
