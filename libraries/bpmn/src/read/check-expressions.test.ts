import { expect, test } from 'vitest'
import type { Process } from '../model/process.ts'
import { drive } from '../testing/driver.fixture.ts'
import { flows, problemsOf, processOf } from '../testing/model.fixture.ts'
import { checkExpressions, expressionsOf } from './check-expressions.ts'

const timer = (term: string) =>
  `<startEvent id="s"/><intermediateCatchEvent id="t" tereze:term='${term}'><timerEventDefinition/></intermediateCatchEvent>${flows('s > t')}`

test.each(['{"workingDay":2}', '{"workingDays":-1}', '{"workingDays":2,"months":1}', '[]', 'two days'])(
  'the term %s is refused',
  async term => {
    expect(await problemsOf(timer(term))).toEqual(['timer-format t'])
  },
)

test('a term may be computed: a term, or a duration', async () => {
  const process = await processOf(timer('={ workingDays: n }'))
  expect(drive(process, { n: 3 }).pending('t').due).toEqual({ term: { workingDays: 3 } })
  const duration = await processOf(timer('=wait'))
  expect(drive(duration, { wait: 'P1D' }).pending('t').due).toEqual({ at: '2026-03-03T12:00:00.000Z' })
  expect(drive(process, { n: -3 }).waiting()).toEqual(['incident t'])
})

test('every expression of a process is found and checked, wherever it is', async () => {
  const process = await processOf(
    `<startEvent id="s"/><userTask id="u"><extensionElements><tereze:input target="x" source="=a +"/><tereze:output target="y" source="=b +"/></extensionElements>
      <multiInstanceLoopCharacteristics tereze:collection="c +" tereze:into="z" tereze:result="d +"><completionCondition>e +</completionCondition></multiInstanceLoopCharacteristics></userTask>
    <callActivity id="k" calledElement="=f +"><extensionElements><camunda:in sourceExpression="=g +" target="x"/></extensionElements></callActivity>
    <intermediateCatchEvent id="c"><conditionalEventDefinition><condition>h +</condition></conditionalEventDefinition></intermediateCatchEvent>
    <receiveTask id="r" messageRef="M" tereze:key="i +"/><exclusiveGateway id="g" default="o"/><endEvent id="e"/>
    ${flows('s > u > k > c > r > g')}<sequenceFlow id="o" sourceRef="g" targetRef="e"/><sequenceFlow id="w" sourceRef="g" targetRef="e"><conditionExpression>j +</conditionExpression></sequenceFlow>
    <intermediateCatchEvent id="t" tereze:term="=k +"><timerEventDefinition/></intermediateCatchEvent>${flows('r > t')}`,
    '<message id="M" name="=l +"/>',
  )
  expect(
    expressionsOf(process)
      .map(({ feel }) => feel.at(0))
      .sort()
      .join(''),
  ).toBe('abcdefghijkl')
  expect(checkExpressions(process)).toHaveLength(12)
  expect(checkExpressions(process).map(({ code, element }) => `${code} ${element}`)).toContain('expression-invalid w')
})

test('a stored process with a term that is none is told', async () => {
  const process = await processOf(timer('{"workingDays":2}'))
  const stored = JSON.parse(JSON.stringify(process).replaceAll('workingDays', 'workingDay')) as Process
  expect(checkExpressions(process)).toEqual([])
  expect(checkExpressions(stored)).toMatchObject([{ code: 'timer-format', element: 't' }])
})
