import { array, assert, asyncProperty, constantFrom, integer, record, string, subarray } from 'fast-check'
import { expect, test } from 'vitest'
import { importProcess } from './import-process.ts'
import { flows, processFile } from './testing/models.fixture.ts'

const attributes = [
  'assignee',
  'candidateGroups',
  'candidateUsers',
  'dueDate',
  'followUpDate',
  'formKey',
  'formRef',
  'formRefBinding',
  'decisionRef',
  'class',
  'delegateExpression',
  'expression',
  'type',
  'topic',
  'asyncBefore',
  'asyncAfter',
  'exclusive',
  'resultVariable',
  'caseRef',
  'priority',
  'jobPriority',
  'initiator',
  'historyTimeToLive',
  'versionTag',
  'formHandlerClass',
  'calledElementBinding',
  'collection',
  'neverHeardOf',
]
const names = [
  'inputOutput',
  'in',
  'out',
  'properties',
  'failedJobRetryTimeCycle',
  'executionListener',
  'taskListener',
  'formData',
  'field',
  'connector',
  'neverHeardOf',
  'ioMapping',
  'taskDefinition',
  'formDefinition',
  'assignmentDefinition',
  'calledElement',
  'calledDecision',
  'script',
  'loopCharacteristics',
  'subscription',
  'userTask',
  'taskHeaders',
  'versionTag',
  'userTaskForm',
  'taskSchedule',
]
const children = [
  'inputParameter',
  'outputParameter',
  'input',
  'output',
  'property',
  'formField',
  'validation',
  'constraint',
  'value',
  'list',
  'map',
  'entry',
  'script',
  'header',
]
const plain = [
  'id',
  'name',
  'type',
  'source',
  'target',
  'key',
  'value',
  'config',
  'expression',
  'formId',
  'processId',
  'decisionId',
  'candidateGroups',
  'correlationKey',
  'resultVariable',
]
const text = constantFrom(
  'x',
  `\${x}`,
  '=x',
  `\${bean.call(x)}`,
  'a,b',
  'P3D',
  'external',
  '{"components":[{"type":"text"}]}',
  '2.0.0',
)
const tags = [
  'userTask',
  'serviceTask',
  'sendTask',
  'businessRuleTask',
  'scriptTask',
  'callActivity',
  'receiveTask',
  'startEvent',
  'endEvent',
  'subProcess',
  'exclusiveGateway',
]

interface Extension {
  readonly vendor: string
  readonly name: string
  readonly attributes: readonly string[]
  readonly children: readonly Extension[]
  readonly value: string
}

const leaf = record({
  vendor: constantFrom('camunda', 'zeebe', 'color'),
  name: constantFrom(...children),
  attributes: subarray(plain),
  value: text,
})
const extension = record({
  vendor: constantFrom('camunda', 'zeebe', 'color'),
  name: constantFrom(...names),
  attributes: subarray(plain),
  value: text,
  children: array(
    leaf.chain(outer =>
      array(leaf, { maxLength: 2 }).map(inner => ({
        ...outer,
        children: inner.map(one => ({ ...one, children: [] })),
      })),
    ),
    { maxLength: 3 },
  ),
})
const element = record({
  tag: constantFrom(...tags),
  attributes: subarray(attributes),
  vendor: constantFrom('camunda', 'zeebe', 'color'),
  value: text,
  extensions: array(extension, { maxLength: 4 }),
})

const escaped = (value: string) => value.replaceAll('"', '&#34;').replaceAll('<', '&lt;')

function written({ vendor, name, attributes: given, children: inner, value }: Extension): string {
  const list = given.map(attribute => ` ${attribute}="${escaped(value)}"`).join('')
  return `<${vendor}:${name}${list}>${inner.length > 0 ? inner.map(written).join('') : escaped(value)}</${vendor}:${name}>`
}

const countOf = (one: Extension): number =>
  1 + one.attributes.length + one.children.reduce((sum, child) => sum + countOf(child), 0)

test('every extension attribute and element of a model is in the report exactly once', async () => {
  await assert(
    asyncProperty(array(element, { minLength: 1, maxLength: 5 }), async elements => {
      const content = elements.map(
        (one, at) =>
          `<bpmn:${one.tag} id="n${at}" ${one.attributes.map(name => `${one.vendor}:${name}="${escaped(one.value)}"`).join(' ')}><bpmn:extensionElements>${one.extensions.map(written).join('')}</bpmn:extensionElements></bpmn:${one.tag}>`,
      )
      const xml = processFile(`<bpmn:startEvent id="s"/>${content.join('')}${flows('s > n0')}`)
      const { report } = await importProcess({ xml })
      const ids = new Set(['Claim', ...elements.map((_, at) => `n${at}`)])
      const units = [...report.mapped, ...report.listed, ...report.refused].flatMap(({ element: on, attribute }) =>
        attribute !== undefined && ids.has(on) ? [`${on} ${attribute}`] : [],
      )
      const expected = elements.reduce(
        (sum, one) => sum + one.attributes.length + one.extensions.reduce((inner, each) => inner + countOf(each), 0),
        0,
      )
      expect(units).toHaveLength(expected)
      expect(new Set(units).size).toBe(units.length)
    }),
    { numRuns: 150, seed: 4 },
  )
})

test('every property of a form is in the report exactly once', async () => {
  const component = record({
    type: constantFrom(
      'textfield',
      'number',
      'select',
      'checklist',
      'datetime',
      'group',
      'dynamiclist',
      'text',
      'expression',
      'other',
    ),
    keys: subarray([
      'key',
      'path',
      'label',
      'description',
      'values',
      'valuesKey',
      'readonly',
      'defaultValue',
      'subtype',
      'expression',
      'decimalDigits',
      'odd',
    ]),
    checks: subarray(['required', 'min', 'max', 'minLength', 'pattern', 'validationType', 'odd']),
    value: constantFrom('x', '=x', 3, true),
    inner: integer({ min: 0, max: 2 }),
  })
  await assert(
    asyncProperty(array(component, { minLength: 1, maxLength: 6 }), async components => {
      let expected = 1
      const made = (one: (typeof components)[number], at: string): object => {
        expected += one.keys.length + (one.checks.length || 1)
        const holds = one.type === 'group' || one.type === 'dynamiclist'
        return {
          id: at,
          type: one.type,
          ...Object.fromEntries(one.keys.map(key => [key, one.value])),
          validate: Object.fromEntries(one.checks.map(check => [check, one.value])),
          ...(holds
            ? {
                components: Array.from({ length: one.inner }, (_, index) =>
                  made({ ...one, type: 'textfield' }, `${at}-${index}`),
                ),
              }
            : {}),
        }
      }
      const form = { id: 'f', schemaVersion: 1, components: components.map((one, at) => made(one, `c${at}`)) }
      const { report } = await importProcess({
        xml: processFile('<bpmn:startEvent id="s"/>'),
        forms: [{ name: 'f.form', text: JSON.stringify(form) }],
      })
      const units = [...report.mapped, ...report.listed].map(({ element: on, attribute }) => `${on} ${attribute}`)
      expect(units).toHaveLength(expected)
      expect(new Set(units).size).toBe(units.length)
    }),
    { numRuns: 100, seed: 4 },
  )
})

test('an import never throws, whatever the text', async () => {
  const look = asyncProperty(string(), async xml => {
    expect((await importProcess({ xml })).files).toEqual({})
  })
  await assert(look, { numRuns: 100, seed: 4 })
})
