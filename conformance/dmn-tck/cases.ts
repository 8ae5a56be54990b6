import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, evaluate, type Model, parse } from '@tereze/dmn'
import { type FeelValue, literalOf, newContext } from '@tereze/feel'
import { agree } from './agree.ts'
import { statedValue } from './value.ts'
import { readXml, type XmlNode } from './xml.ts'

/** One test case and whether everything that it expects holds. */
export interface Checked {
  readonly group: string
  readonly id: string
  readonly passed: boolean
  /** True when something else than null is expected somewhere. */
  readonly positive: boolean
  readonly expected: string
  readonly actual: string
}

function read(path: string): Model | string {
  const parsed = parse(readFileSync(path, 'utf8'))
  return parsed.ok ? parsed.model : (parsed.errors[0]?.message ?? 'unreadable')
}

/** Runs every test file of a folder of the kit. */
export function checkFolder(folder: string, group: string): Checked[] {
  const files = readdirSync(folder).sort()
  const models = new Map(files.filter(file => file.endsWith('.dmn')).map(file => [file, read(join(folder, file))]))
  return files
    .filter(file => file.endsWith('.xml'))
    .flatMap(file => checkFile(readXml(readFileSync(join(folder, file), 'utf8')), file, group, models))
}

function child(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find(other => other.name === name)
}

function checkFile(
  file: XmlNode,
  fileName: string,
  group: string,
  models: ReadonlyMap<string, Model | string>,
): Checked[] {
  if (file.name !== 'testCases') return []
  const modelName = child(file, 'modelName')?.text.trim() ?? ''
  const model =
    models.get(modelName) ?? (models.size === 1 ? [...models.values()][0] : undefined) ?? `no model "${modelName}"`
  const imports = [...models.values()].filter((other): other is Model => typeof other !== 'string' && other !== model)
  const compiled = typeof model === 'string' ? model : compile(model, { imports })
  return file.children
    .filter(node => node.name === 'testCase')
    .map((testCase, at): Checked => {
      const inputs = inputsOf(testCase)
      const results = testCase.children
        .filter(node => node.name === 'resultNode')
        .map(result => {
          const expected = child(result, 'expected')
          const wanted = expected === undefined ? null : statedValue(expected)
          const actual = typeof compiled === 'string' ? compiled : outcomeOf(compiled, testCase, result, inputs)
          const held = typeof compiled !== 'string' && agree(wanted, actual)
          return { name: result.attributes.name ?? '', wanted, actual, held }
        })
      const failed = results.filter(result => !result.held)
      return {
        group,
        id: `${fileName.replace(/\.xml$/, '')}/${testCase.attributes.id ?? at + 1}`,
        passed: failed.length === 0,
        positive: results.some(result => result.wanted !== null),
        expected: failed.map(result => `${result.name} = ${literalOf(result.wanted)}`).join('; '),
        actual: failed.map(result => `${result.name} = ${literalOf(result.actual)}`).join('; '),
      }
    })
}

function inputsOf(testCase: XmlNode): Record<string, FeelValue> {
  const inputs = newContext()
  for (const node of testCase.children)
    if (node.name === 'inputNode') inputs[node.attributes.name ?? ''] = statedValue(node)
  return inputs
}

/** The moment of the test run: the kit has no clock of its own and only asks that there is one. */
const NOW = '2026-03-02T04:00:00Z'

function outcomeOf(
  compiled: ReturnType<typeof compile>,
  testCase: XmlNode,
  result: XmlNode,
  inputs: Record<string, FeelValue>,
): FeelValue {
  const { type, invocableName } = testCase.attributes
  const name = result.attributes.name ?? ''
  const invoked = invocableName !== undefined && (type === 'decisionService' || type === 'bkm')
  const { value } = evaluate(compiled, invoked ? invocableName : name, inputs, { now: NOW, zone: 'UTC', strict: true })
  if (!invoked || type === 'bkm') return value
  return serviceOutput(compiled, invocableName, name, value)
}

/** A service of several decisions gives a context of them, of which the case asks for one. */
function serviceOutput(
  compiled: ReturnType<typeof compile>,
  service: string,
  decision: string,
  value: FeelValue,
): FeelValue {
  const element = compiled.elements.get(service)
  if (element?.kind !== 'service' || element.outputs.length === 1 || decision === service) return value
  return typeof value === 'object' && value !== null && decision in value
    ? ((value as Record<string, FeelValue>)[decision] ?? null)
    : value
}
