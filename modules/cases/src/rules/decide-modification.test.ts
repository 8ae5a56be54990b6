import { newState, parseProcess, type State, step } from '@tereze/bpmn'
import { expect, test } from 'vitest'
import { decideModification, targetsOf } from './decide-modification.ts'

const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1" id="d" targetNamespace="t">
  <process id="p" isExecutable="true">
    <startEvent id="s"><outgoing>s-a</outgoing></startEvent>
    <userTask id="a" tereze:role="case-worker"><incoming>s-a</incoming><outgoing>a-b</outgoing></userTask>
    <userTask id="b" tereze:role="case-worker"><incoming>a-b</incoming><outgoing>b-act</outgoing></userTask>
    <serviceTask id="act" tereze:step="record-act" tereze:ref="decision"><incoming>b-act</incoming><outgoing>act-pay</outgoing></serviceTask>
    <serviceTask id="pay" tereze:step="order-payment" tereze:ref="*"><incoming>act-pay</incoming><outgoing>pay-e</outgoing></serviceTask>
    <endEvent id="e"><incoming>pay-e</incoming></endEvent>
    <sequenceFlow id="s-a" sourceRef="s" targetRef="a"/><sequenceFlow id="a-b" sourceRef="a" targetRef="b"/>
    <sequenceFlow id="b-act" sourceRef="b" targetRef="act"/><sequenceFlow id="act-pay" sourceRef="act" targetRef="pay"/>
    <sequenceFlow id="pay-e" sourceRef="pay" targetRef="e"/>
  </process></definitions>`
const parsed = await parseProcess(xml)
const process = parsed.ok ? parsed.processes[0] : undefined
if (!process) throw new Error('the model of the test does not parse')
const moment = { now: '2026-03-02T04:00:00.000Z', data: {} }
const state: State = step(process, newState('p', 'i'), { type: 'start' }, moment).state
const token = Object.keys(state.tokens).find(number => state.tokens[number]?.at === 'a')
const decide = (change: Parameters<typeof decideModification>[3], reached: string[] = ['s', 'a']) =>
  decideModification(process, state, new Set(reached), change)

test('a token goes to tasks of persons, and back to where the case has been', () => {
  expect(targetsOf(process, new Set(['s', 'a'])).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(targetsOf(process, new Set(['s', 'a', 'b', 'act', 'pay'])).map(({ id }) => id)).toEqual(['a', 'b', 'pay'])
  expect(decide({ kind: 'move', token: `i:${token}`, to: 'b' })).toEqual({ type: 'move', id: `i:${token}`, to: 'b' })
})

test('no legal act is made by moving, and none is stepped over', () => {
  expect(decide({ kind: 'move', token: `i:${token}`, to: 'act' }, ['s', 'a', 'b', 'act'])).toBe('place')
  expect(decide({ kind: 'move', token: `i:${token}`, to: 'pay' })).toBe('place')
  expect(decide({ kind: 'add', to: 'pay' })).toBe('place')
})

test('only what stands is moved or taken away, and never the process itself', () => {
  expect(decide({ kind: 'move', token: 'i:99', to: 'b' })).toBe('token')
  expect(decide({ kind: 'cancel-token', token: 'i:0' })).toBe('token')
  expect(decide({ kind: 'cancel-token', token: `i:${token}` })).toEqual({ type: 'move', id: `i:${token}` })
})

test('what runs is held, what is held goes on', () => {
  expect(decide({ kind: 'suspend' })).toEqual({ type: 'suspend' })
  expect(decide({ kind: 'resume' })).toBe('state')
})
