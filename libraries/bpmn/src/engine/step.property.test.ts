import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Process } from '../model/process.ts'
import { pendingOf } from '../run/pending.ts'
import { usualInput } from '../run/simulate.ts'
import { processOf } from '../testing/model.fixture.ts'
import { type Block, blocks, conditionNames, contentOf, eventBlocks, rootsOf } from '../testing/random-model.fixture.ts'
import type { Effect, HistoryEffect } from './effect.ts'
import type { Input } from './input.ts'
import { newState, type State } from './state.ts'
import { step } from './step.ts'

const datas = fc.record(Object.fromEntries(conditionNames.map(name => [name, fc.boolean()])))
const seeds = fc.integer({ min: 1, max: 1_000_000 })

/** A small reproducible chooser, so that one model can be run in many orders. */
function chooser(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

interface Outcome {
  readonly process: Process
  readonly state: State
  readonly effects: readonly Effect[]
  readonly inputs: readonly Input[]
  readonly states: readonly State[]
}

/** Whether an id still means something that is waited for. */
function isOpen({ tokens, waits }: State, id: string): boolean {
  const number = id.slice('i:'.length)
  return waits[number] !== undefined || ['task', 'call', 'child'].includes(tokens[number]?.doing ?? '')
}

/** Runs a process to its end, answering what it waits for in an order that the seed gives. */
function run(process: Process, data: Record<string, boolean>, seed: number): Outcome {
  const choose = chooser(seed)
  const context = { now: '2026-03-02T12:00:00.000Z', data }
  const inputs: Input[] = [{ type: 'start' }]
  const effects: Effect[] = []
  const states: State[] = []
  const open = new Map<string, Input>()
  let state = newState(process.id, 'i')
  for (let at = 0; at < inputs.length && at < 2_000; at++) {
    const input = inputs[at]
    if (!input) break
    if ('id' in input && input.id !== undefined) open.delete(input.id)
    const result = step(process, state, input, context)
    state = result.state
    states.push(state)
    effects.push(...result.effects)
    for (const effect of result.effects) {
      const pending = pendingOf('i', effect)
      const answer = pending && usualInput(pending)
      if (pending && answer) open.set(pending.id, answer)
    }
    for (const id of [...open.keys()]) if (!isOpen(state, id)) open.delete(id)
    const answers = [...open.values()]
    const next = answers[choose(Math.max(answers.length, 1))]
    if (next) inputs.push(next)
  }
  return { process, state, effects, inputs, states }
}

const historyOf = (effects: readonly Effect[]) =>
  effects.filter((effect): effect is HistoryEffect => effect.type === 'history')

function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

test('every structured process ends, and no token is lost or doubled on the way', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, datas, seeds, async (block, data, seed) => {
      const process = await processOf(contentOf(block))
      const { state, effects, states } = run(process, data, seed)
      expect(state).toMatchObject({ status: 'completed', tokens: {}, waits: {} })
      expect(effects.filter(effect => effect.type === 'incident' || effect.type === 'ignored')).toEqual([])
      const history = historyOf(effects)
      const of = (what: HistoryEffect['what'], key: 'element' | 'id') =>
        tally(history.flatMap(entry => (entry.what === what ? [entry[key]] : [])))
      // Each token enters one node and leaves it once.
      expect(of('left', 'id')).toEqual(of('entered', 'id'))
      for (const count of of('entered', 'id').values()) expect(count).toBe(1)
      // What goes into a node by its flows comes out of it: joins take one from each, others pass each on.
      const [taken, entered] = [of('flow', 'element'), of('entered', 'element')]
      for (const node of Object.values(process.nodes)) {
        if (node.incoming.length === 0 || node.repetition) continue
        const into = node.incoming.map(flow => taken.get(flow) ?? 0)
        const sum = into.reduce((a, b) => a + b, 0)
        if (node.type === 'parallel-gateway') for (const count of into) expect(count).toBe(entered.get(node.id) ?? 0)
        else if (node.type === 'inclusive-gateway' && into.length > 1)
          expect(entered.get(node.id) ?? 0).toBe(Math.max(...into))
        else expect(entered.get(node.id) ?? 0).toBe(sum)
      }
      // Every token is in the scope of a token that exists.
      for (const { tokens, waits } of states) {
        for (const token of Object.values(tokens)) if (token.in >= 0) expect(tokens[token.in]).toBeDefined()
        for (const wait of Object.values(waits)) expect(tokens[wait.token]).toBeDefined()
      }
    }),
    { numRuns: 150 },
  )
})

test('the same answers in any order lead to the same outcome', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, datas, seeds, seeds, async (block, data, one, other) => {
      const process = await processOf(contentOf(block))
      const outcome = (seed: number) => {
        const { state, effects } = run(process, data, seed)
        return {
          status: state.status,
          sequence: state.sequence,
          history: tally(historyOf(effects).map(entry => `${entry.what} ${entry.element}`)),
        }
      }
      expect(outcome(one)).toEqual(outcome(other))
    }),
    { numRuns: 100 },
  )
})

test('replaying the inputs gives the same states and effects, one by one, all at once, and through JSON', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, datas, seeds, async (block, data, seed) => {
      const process = await processOf(contentOf(block))
      const context = { now: '2026-03-02T12:00:00.000Z', data }
      const { state, effects, inputs, states } = run(process, data, seed)
      const atOnce = step(process, newState(process.id, 'i'), inputs, context)
      expect(atOnce).toEqual({ state, effects })
      const stored = JSON.parse(JSON.stringify(process)) as Process
      let again = newState(process.id, 'i')
      for (const [index, input] of inputs.entries()) {
        again = step(stored, JSON.parse(JSON.stringify(again)) as State, input, context).state
        expect(again).toEqual(states[index])
      }
    }),
    { numRuns: 60 },
  )
})

test('answers that are given twice change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, datas, seeds, async (block, data, seed) => {
      const process = await processOf(contentOf(block))
      const context = { now: '2026-03-02T12:00:00.000Z', data }
      const { state, inputs } = run(process, data, seed)
      const twice = step(
        process,
        newState(process.id, 'i'),
        inputs.flatMap(input => [input, input]),
        context,
      )
      expect(twice.state).toEqual(state)
      expect(twice.effects.filter(effect => effect.type === 'ignored')).toHaveLength(inputs.length)
    }),
    { numRuns: 60 },
  )
})

const undoAll = '<endEvent id="end"><compensateEventDefinition/></endEvent>'
const eventful = (block: Block) => processOf(contentOf(block, undoAll), rootsOf(contentOf(block, undoAll)))

/** How often each element was entered, left or cancelled; and that no token is lost or doubled. */
function account({ state, effects, states }: Outcome): ReadonlyMap<string, number> {
  const history = historyOf(effects)
  const of = (...whats: readonly HistoryEffect['what'][]) =>
    tally(history.flatMap(({ what, id }) => (whats.includes(what) ? [id] : [])))
  expect(state).toMatchObject({ status: 'completed', tokens: {}, waits: {} })
  expect(effects.filter(effect => effect.type === 'incident' || effect.type === 'ignored')).toEqual([])
  // Each token enters one node and leaves it or is cancelled, once; those that wait at joins are taken without a trace.
  const [entered, gone] = [of('entered'), of('left', 'cancelled')]
  for (const count of [...entered.values(), ...gone.values()]) expect(count).toBe(1)
  for (const id of entered.keys()) expect(gone.has(id)).toBe(true)
  for (const { tokens, waits } of states) {
    for (const token of Object.values(tokens)) if (token.in >= 0) expect(tokens[token.in]).toBeDefined()
    for (const wait of Object.values(waits)) expect(tokens[wait.token]).toBeDefined()
  }
  return tally(history.map(entry => `${entry.what} ${entry.element}`))
}

test('with events in any order, nothing is lost or doubled, and what was done is undone once, latest first', async () => {
  await fc.assert(
    fc.asyncProperty(eventBlocks, datas, seeds, async (block, data, seed) => {
      const outcome = run(await eventful(block), data, seed)
      const counts = account(outcome)
      for (const [entry, count] of counts) {
        const [, undone] = /^entered undo-(.+)$/.exec(entry) ?? []
        if (undone !== undefined) expect(count).toBeLessThanOrEqual(counts.get(`left ${undone}`) ?? 0)
      }
      const history = historyOf(outcome.effects)
      const undos = history.flatMap(({ what, element }) =>
        what === 'entered' && element.startsWith('undo-') ? [element] : [],
      )
      const dones = history.flatMap(({ what, element }) =>
        what === 'left' && element.startsWith('done') ? [`undo-${element}`] : [],
      )
      // In one scope without repetition what was done last is undone first.
      const top = (id: string) => outcome.process.nodes[id]?.scope === 'process'
      expect(undos.filter(top)).toEqual(dones.filter(top).reverse())
    }),
    { numRuns: 150 },
  )
})

test('with events, replaying the inputs gives the same states and effects', async () => {
  await fc.assert(
    fc.asyncProperty(eventBlocks, datas, seeds, async (block, data, seed) => {
      const process = await eventful(block)
      const context = { now: '2026-03-02T12:00:00.000Z', data }
      const { state, effects, inputs } = run(process, data, seed)
      expect(step(process, newState('process', 'i'), inputs, context)).toEqual({ state, effects })
    }),
    { numRuns: 60 },
  )
})

test('independent events in any order lead to the same outcome', async () => {
  // Whether a boundary event comes before its task is done is a choice; catch events and tasks are not.
  const independent = eventBlocks.filter(block => !/"kind":"(?:bounded|evented)"/.test(JSON.stringify(block)))
  await fc.assert(
    fc.asyncProperty(independent, datas, seeds, seeds, async (block, data, one, other) => {
      const process = await eventful(block)
      const [first, second] = [run(process, data, one), run(process, data, other)]
      expect(account(first)).toEqual(account(second))
      expect(first.state.sequence).toBe(second.state.sequence)
    }),
    { numRuns: 80 },
  )
})
