import { readFileSync } from 'node:fs'
import { type Process, parseProcess } from '@tereze/bpmn'
import { expect, test } from 'vitest'
import { importProcess } from './import-process.ts'

const content = (path: string) =>
  readFileSync(new URL(`../../../content/${path}/process.bpmn`, import.meta.url), 'utf8')

async function processOf(xml: string): Promise<Process> {
  const parsed = await parseProcess(xml)
  const [process] = parsed.ok ? parsed.processes : []
  if (!process) throw new Error(JSON.stringify(parsed))
  return process
}

/** The stage of the beginning is the only thing that an import adds. */
function withoutStageOfStart(process: Process): Process {
  const nodes = Object.entries(process.nodes).map(([id, node]) => {
    const { stage: _stage, ...attributes } = node.attributes
    return [id, node.type === 'start-event' ? { ...node, attributes } : node] as const
  })
  return { ...process, nodes: Object.fromEntries(nodes) }
}

test.each([
  'processes/standard-service',
  'processes/standard-appeal',
  'processes/standard-correction',
  'services/family/birth-certificate',
])('%s, which is ours already, stays what it is, and a second import changes nothing', async path => {
  const xml = content(path)
  const once = await importProcess({ xml })
  const model = once.files['process.bpmn'] ?? ''
  expect(withoutStageOfStart(await processOf(model))).toEqual(withoutStageOfStart(await processOf(xml)))
  expect(once.report).toMatchObject({ listed: [], refused: [], renamed: [] })
  expect((await importProcess({ xml: model })).files['process.bpmn']).toBe(model)
})
