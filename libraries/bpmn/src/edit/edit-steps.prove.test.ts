import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addStep, removeStep } from './edit-steps.ts'
import { outlineOf } from './outline.ts'

const models = new URL('../../../../conformance/camunda7-bpmn/oracle/models/', import.meta.url)
const paths = globSync('*.bpmn', { cwd: models })

test('there are models of another product', () => expect(paths.length).toBeGreaterThan(100))

test.each(paths)('a step put in and removed again leaves what another tool wrote as it was: %s', async path => {
  const xml = readFileSync(new URL(path, models), 'utf8')
  const outline = await outlineOf(xml)
  expect(outline?.lost).toEqual([])
  const node = outline?.nodes.find(({ type, outgoing }) => /Task$/u.test(type) && outgoing.length === 1)
  if (node === undefined) return
  const added = await addStep(xml, node.id, { kind: 'notify', name: 'Tell' })
  const grown = await outlineOf(added)
  const made = grown?.nodes.find(({ id }) => !outline?.nodes.some(other => other.id === id))
  expect(made?.settings).toEqual({ step: 'notify', ref: 'received' })
  expect((await outlineOf(await removeStep(added, made?.id ?? '')))?.nodes).toEqual(outline?.nodes)
})
