import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { evaluateFeel } from '../expression/feel.ts'
import { parseProcess } from '../read/parse-process.ts'
import { walkProcess } from './walk.ts'

const file = new URL('../../../../content/processes/standard-information/process.bpmn', import.meta.url)

it('walks step by step, by the data of each, and takes a step back', async () => {
  const read = await parseProcess(readFileSync(file, 'utf8'))
  const process = read.ok ? read.processes[0] : undefined
  if (process === undefined) throw new Error('no process')
  const options = { now: '2026-03-02T09:00:00Z', evaluate: evaluateFeel }
  const open = { suspension: { open: true, asked: true }, informationRequest: { endsAt: '2026-03-10T00:00:00Z' } }
  const first = walkProcess(process, { ...options, data: open }, [])
  expect(first.waiting.map(({ node }) => node)).toEqual(['notify-information-awaited'])
  const steps = [{ pending: first.waiting[0]?.id ?? '', data: open }]
  const second = walkProcess(process, { ...options, data: open }, steps)
  expect(second.waiting.map(({ node }) => node).sort()).toEqual(['give-information', 'information-overdue'])
  const timer = second.waiting.find(({ kind }) => kind === 'timer')
  const end = walkProcess(process, { ...options, data: open }, [...steps, { pending: timer?.id ?? '', data: {} }])
  expect(end).toMatchObject({ ended: true, waiting: [], stuck: [] })
  expect(end.path.at(-1)).toBe('unanswered')
  const other = walkProcess(process, { ...options, data: { suspension: { open: false } } }, [])
  expect(other.waiting.map(({ node }) => node)).toEqual(['notify-information-asked'])
  // A step that no longer waits ends the walk there.
  expect(walkProcess(process, { ...options, data: {} }, [{ pending: 'nothing', data: open }]).path).toEqual(other.path)
})
