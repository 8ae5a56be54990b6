import type { Process } from '../model/process.ts'
import { parseProcess } from '../read/parse-process.ts'

/** A BPMN file with these root elements. */
export function fileOf(rootElements: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="urn:test">
  ${rootElements}
</definitions>`
}

/** A sequence of flows: `start > work > end` becomes flows named `start-work` and `work-end`. */
export function flows(...chains: readonly string[]): string {
  return chains
    .flatMap(chain => {
      const nodes = chain.split('>').map(node => node.trim())
      return nodes
        .slice(1)
        .map((to, index) => `<sequenceFlow id="${nodes[index]}-${to}" sourceRef="${nodes[index]}" targetRef="${to}"/>`)
    })
    .join('\n')
}

/** The checked process of a file with this content, and these other root elements. */
export async function processOf(content: string, others = ''): Promise<Process> {
  const result = await parseProcess(fileOf(`${others}<process id="process" isExecutable="true">${content}</process>`))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const [process] = result.processes
  if (!process) throw new Error('no process')
  return process
}

/** The problems of a file with this content. */
export async function problemsOf(content: string, others = ''): Promise<readonly string[]> {
  const result = await parseProcess(fileOf(`${others}<process id="process" isExecutable="true">${content}</process>`))
  return result.ok ? [] : result.problems.map(problem => `${problem.code} ${problem.element}`)
}
