import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { brokenRules } from './broken-rules.ts'
import { disputed } from './disputed.ts'
import { difference } from './drive-engine.ts'
import { failureOf, modelFiles } from './expectations.ts'
import type { JoinRules } from './join-rules.ts'
import { readModel } from './read-model.ts'
import { type Expectation, expectationsOf, orders, play } from './script.ts'

const folder = join(import.meta.dirname, 'models')
const models = modelFiles(folder).map(file => {
  const text = readFileSync(join(folder, file), 'utf8')
  const model = readModel(text)
  return { file, text, model, runs: expectationsOf(model) }
})

/** Whether an engine with these rules would not do what is expected, in whichever order it does things. */
function fails(model: ReturnType<typeof readModel>, run: Expectation, rules: JoinRules): boolean {
  return orders.every(order => difference(run, { seen: play(model, run, order(), rules), wrong: null }) !== null)
}

describe('the engine does what the oracle expects of', () => {
  test.each(models.filter(({ file }) => disputed[file] === undefined))('$file', async ({ runs, text }) => {
    expect(runs.length).toBeGreaterThan(0)
    expect(await failureOf(text, runs)).toBeNull()
  })
})

test('there are models for every rule', () => {
  expect(models.length).toBeGreaterThanOrEqual(60)
  const kinds = new Set(models.flatMap(({ model }) => [...model.nodes.values()].map(node => node.kind)))
  for (const kind of ['exclusive', 'parallel', 'inclusive', 'eventBased', 'complex'])
    expect(kinds).toContain(`${kind}Gateway`)
  for (const kind of ['subProcess', 'transaction', 'adHocSubProcess', 'callActivity']) expect(kinds).toContain(kind)
  const events = new Set(
    models.flatMap(({ model }) => [...model.nodes.values()].flatMap(node => node.events)).map(event => event.type),
  )
  expect([...events].sort()).toEqual(
    [
      'cancel',
      'compensation',
      'condition',
      'error',
      'escalation',
      'link',
      'message',
      'signal',
      'terminate',
      'timer',
    ].sort(),
  )
})

test('disputed models are there', () => {
  for (const file of Object.keys(disputed)) expect(models.map(model => model.file)).toContain(file)
})

describe('expectations find out that', () => {
  test.each(Object.entries(brokenRules))('%s', (_, rules) => {
    const found = models.filter(({ model, runs }) => runs.some(run => fails(model, run, rules))).map(({ file }) => file)
    expect(found.length).toBeGreaterThanOrEqual(5)
  })

  test('nothing is wrong with the rules of the standard', () => {
    const wrong = models.flatMap(({ file, model, runs }) =>
      runs
        .filter(run => orders.some(order => difference(run, { seen: play(model, run, order()), wrong: null }) !== null))
        .map(() => file),
    )
    expect(wrong).toEqual([])
  })
})
