import { parseProcess } from '@tereze/bpmn'
import { expect, test } from 'vitest'
import { suggestTarget } from './suggest-target.ts'

async function processOf(tasks: string) {
  const parsed = await parseProcess(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:tereze="urn:tereze:bpmn:1" id="d" targetNamespace="t"><process id="p" isExecutable="true"><startEvent id="s"/>${tasks}
    </process></definitions>`,
    { unreached: 'leave' },
  )
  const process = parsed.ok ? parsed.processes[0] : undefined
  if (!process) throw new Error('the model of the test does not parse')
  return process
}
const old = await processOf(`<userTask id="review" name="Review" tereze:role="case-worker" tereze:form="review"/>
  <userTask id="look" name="Look" tereze:role="head" tereze:form="look"/>`)

test('a node goes to the node of its id', async () => {
  expect(suggestTarget(old, old, 'review')).toBe('review')
})

test('else to the only new one of its type and name, else to the only one that does its work', async () => {
  const named = await processOf('<userTask id="check" name="Review" tereze:role="head"/><userTask id="look"/>')
  expect(suggestTarget(old, named, 'review')).toBe('check')
  const same = await processOf(
    '<userTask id="decide" name="Decide" tereze:role="case-worker" tereze:form="review"/><userTask id="look"/>',
  )
  expect(suggestTarget(old, same, 'review')).toBe('decide')
})

test('nothing is guessed where none fits, several fit, or the type is another', async () => {
  expect(suggestTarget(old, await processOf('<userTask id="x" name="Other"/>'), 'review')).toBeNull()
  const two = await processOf('<userTask id="x" name="Review"/><userTask id="y" name="Review"/>')
  expect(suggestTarget(old, two, 'review')).toBeNull()
  const other = await processOf('<serviceTask id="review" name="Review" tereze:step="notify"/>')
  expect(suggestTarget(old, other, 'review')).toBeNull()
  expect(suggestTarget(old, old, 'nowhere')).toBeNull()
})
