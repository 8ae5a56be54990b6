import type { ImportReport } from '../report.ts'

/** A file of Camunda 7 or 8 with these root elements. */
export function fileOf(rootElements: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:color="urn:other:color" id="definitions" targetNamespace="urn:test">
  ${rootElements}
</bpmn:definitions>`
}

/** A file with one process of this content. */
export function processFile(content: string, attributes = '', others = ''): string {
  return fileOf(
    `${others}<bpmn:process id="Claim" name="Claim" isExecutable="true" ${attributes}>${content}</bpmn:process>`,
  )
}

/** `start > work > end` as sequence flows. */
export function flows(chain: string): string {
  const nodes = chain.split('>').map(node => node.trim())
  return nodes
    .slice(1)
    .map((to, at) => `<bpmn:sequenceFlow id="${nodes[at]}-${to}" sourceRef="${nodes[at]}" targetRef="${to}"/>`)
    .join('')
}

/** What the report says of each unit: `element attribute` → where it went or why not. */
export function told(report: ImportReport): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...report.mapped.map(({ element, attribute, to }) => [`${element} ${attribute}`, to]),
    ...report.listed.map(({ element, attribute, why }) => [`${element} ${attribute}`, why]),
    ...report.refused.map(({ element, attribute, reason }) => [`${element} ${attribute ?? ''}`.trim(), reason]),
  ])
}
