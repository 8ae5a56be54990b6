import { newState, parseProcess, simulateToEnd } from '@tereze/bpmn'
import { describe, expect, it } from 'vitest'
import { decideWay, orderNodes } from './process-way.ts'

const model = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" isExecutable="true">
  <endEvent id="end"/><userTask id="late"/><startEvent id="start"/>
  <userTask id="work"/><boundaryEvent id="overdue" attachedToRef="work"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
  <sequenceFlow id="a" sourceRef="start" targetRef="work"/><sequenceFlow id="b" sourceRef="work" targetRef="end"/>
  <sequenceFlow id="c" sourceRef="overdue" targetRef="late"/><sequenceFlow id="d" sourceRef="late" targetRef="end"/>
</process></definitions>`
const parsed = await parseProcess(model)
const process = parsed.ok ? parsed.processes[0] : undefined
if (process === undefined) throw new Error('the model of the test does not parse')

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString()
const step = (what: string, element: string, minute: number) => ({ what, element, at: at(minute) })
const token = (node: string, doing: 'task' | 'incident' = 'task') => ({
  ...newState('p', 'one'),
  status: 'active' as const,
  tokens: { 0: { at: 'p', in: -1, doing: 'scope' as const }, 1: { at: node, in: 0, doing } },
})

describe('orderNodes', () => {
  it('goes along the flows, boundary events after their activity, whatever the order of the file', () => {
    expect(orderNodes(process)).toEqual(['start', 'work', 'overdue', 'end', 'late'])
  })
})

describe('decideWay', () => {
  const begun = [
    step('entered', 'start', 0),
    step('left', 'start', 0),
    step('flow', 'a', 0),
    step('entered', 'work', 0),
  ]
  const placed = (...input: Parameters<typeof decideWay>) =>
    new Map(decideWay(...input).map(({ element, ...place }) => [element, place]))

  it('tells what is done, where it stands, and what is ahead', () => {
    const way = placed(process, token('work'), begun, new Set())
    expect(way.get('start')).toEqual({ state: 'done', visits: 1, since: at(0), until: at(0), seconds: 0 })
    expect(way.get('work')).toEqual({ state: 'now', visits: 1, since: at(0), until: null, seconds: 0 })
    expect(way.get('late')).toEqual({ state: 'ahead', visits: 0, since: null, until: null, seconds: 0 })
  })

  it('tells what cannot go on by the report or by the token', () => {
    expect(placed(process, token('work'), begun, new Set(['work'])).get('work')?.state).toBe('stuck')
    const { tokens, ...rest } = token('work')
    const broken = { ...rest, tokens: { ...tokens, 1: { ...tokens[1], incident: 'call-broken' as const } } }
    expect(placed(process, broken, begun, new Set()).get('work')?.state).toBe('stuck')
  })

  it('counts visits and adds up their time, and tells a cancelled one from a completed one', () => {
    const back = [...begun, step('left', 'work', 10), step('entered', 'work', 20), step('cancelled', 'work', 25)]
    expect(placed(process, token('late'), back, new Set()).get('work')).toEqual({
      state: 'cancelled',
      visits: 2,
      since: at(20),
      until: at(25),
      seconds: 15 * 60,
    })
    expect(placed(process, token('work'), back.slice(0, -1), new Set()).get('work')).toMatchObject({
      state: 'now',
      visits: 2,
      seconds: 600,
    })
  })

  it('agrees with the engine: after a whole run every node on the path is done, and no other', () => {
    const run = simulateToEnd(process, { now: at(0), data: {} })
    const history = run.history.map(({ what, element }) => ({ what, element, at: at(1) }))
    const done = decideWay(process, newState('p', 'one'), history, new Set()).filter(({ state }) => state === 'done')
    expect(done.map(({ element }) => element)).toEqual(['start', 'work', 'end'])
  })
})
