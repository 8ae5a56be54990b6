import { parseProcess } from '@tereze/bpmn'
import { describe, expect, it } from 'vitest'
import { decideReturn } from './decide-return.ts'

const model = (
  attribute = '',
) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1">
  <process id="p" isExecutable="true">
    <startEvent id="s"/>
    <userTask id="draft" tereze:role="case-worker"/>
    <userTask id="check" tereze:role="registrar"/>
    <userTask id="sign" tereze:role="head" ${attribute}/>
    <endEvent id="e"/>
    <sequenceFlow id="a" sourceRef="s" targetRef="draft"/>
    <sequenceFlow id="b" sourceRef="draft" targetRef="check"/>
    <sequenceFlow id="c" sourceRef="check" targetRef="sign"/>
    <sequenceFlow id="d" sourceRef="sign" targetRef="e"/>
  </process>
</definitions>`

async function processOf(attribute?: string) {
  const parsed = await parseProcess(model(attribute))
  if (!parsed.ok || parsed.processes[0] === undefined) throw new Error('the model is broken')
  return parsed.processes[0]
}

const completed = [
  { node: 'check', by: 'official_2' },
  { node: 'draft', by: 'official_1' },
]

describe('decideReturn', () => {
  it('goes to the last step that an official did', async () => {
    expect(decideReturn(await processOf(), 'sign', completed)).toEqual({ node: 'check', official: 'official_2' })
  })

  it('goes where the process says', async () => {
    const process = await processOf('tereze:returns-to="draft"')
    expect(decideReturn(process, 'sign', completed)).toEqual({ node: 'draft', official: 'official_1' })
    expect(decideReturn(process, 'sign', [])).toEqual({ node: 'draft', official: null })
  })

  it('passes over its own earlier rounds', async () => {
    const again = [{ node: 'sign', by: 'official_3' }, ...completed]
    expect(decideReturn(await processOf(), 'sign', again)).toEqual({ node: 'check', official: 'official_2' })
  })

  it('goes nowhere when nobody worked before', async () => {
    expect(decideReturn(await processOf(), 'draft', [])).toBeNull()
    expect(decideReturn(await processOf('tereze:returns-to="nowhere"'), 'sign', [])).toBeNull()
  })
})
