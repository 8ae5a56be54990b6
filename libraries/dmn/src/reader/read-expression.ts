import type {
  Aggregator,
  DecisionTable,
  Expression,
  FunctionExpression,
  HitPolicy,
  Rule,
  TableInput,
  TableOutput,
  Text,
  Variable,
} from '../model/model.ts'
import { shifted } from './text-place.ts'
import type { Element } from './xml.ts'

/** The first DMN child of a name. */
export function child(element: Element, name: string): Element | undefined {
  return element.children.find(other => other.known && other.name === name)
}

/** All DMN children of a name. */
export function childrenNamed(element: Element, name: string): Element[] {
  return element.children.filter(other => other.known && other.name === name)
}

/** The trimmed text of a child; empty when there is none. */
export function textOf(element: Element, name: string): string {
  return child(element, name)?.text.trim() ?? ''
}

/** A type reference, from an attribute (DMN ≥ 1.2) or a child element (DMN 1.1); null when there is none. */
export function typeRefOf(element: Element): string | null {
  const ref = element.attributes.typeRef ?? textOf(element, 'typeRef')
  return ref === '' ? null : ref
}

/** The id and place that every part of a model has. */
export function part(element: Element): { id: string; at: Element['at'] } {
  return { id: element.attributes.id ?? '', at: element.at }
}

/** The name attribute, its white space tidied. */
export function nameOf(element: Element): string {
  return (element.attributes.name ?? '').trim().replace(/\s+/g, ' ')
}

/** An element that has a name and perhaps a type. */
export function readVariable(element: Element): Variable {
  return { ...part(element), name: nameOf(element), typeRef: typeRefOf(element) }
}

/** The text inside `<text>` with its places; null when the element is missing. */
export function readText(element: Element | undefined): Text | null {
  return element === undefined ? null : { ...part(element), ...textIn(element) }
}

function textIn(element: Element): { readonly text: string; readonly places?: readonly number[] } {
  const inner = child(element, 'text')
  if (inner === undefined || inner.places === null) return { text: '' }
  const text = inner.text.trim()
  const cut = inner.text.length - inner.text.trimStart().length
  return { text, places: cut === 0 ? inner.places : shifted(inner.text, inner.places, cut) }
}

const KINDS: Readonly<Record<string, (element: Element) => Expression>> = {
  literalExpression: element => ({
    kind: 'literal',
    ...part(element),
    typeRef: typeRefOf(element),
    ...textIn(element),
    language: languageOf(element),
  }),
  decisionTable: readTable,
  invocation: element => ({
    kind: 'invocation',
    ...part(element),
    typeRef: typeRefOf(element),
    called: readExpressionIn(element),
    bindings: childrenNamed(element, 'binding').map(binding => ({
      parameter: readVariable(child(binding, 'parameter') ?? binding),
      value: readExpressionIn(binding),
    })),
  }),
  context: element => ({
    kind: 'context',
    ...part(element),
    typeRef: typeRefOf(element),
    entries: childrenNamed(element, 'contextEntry').map(entry => {
      const variable = child(entry, 'variable')
      return { variable: variable === undefined ? null : readVariable(variable), value: readExpressionIn(entry) }
    }),
  }),
  list: element => ({
    kind: 'list',
    ...part(element),
    typeRef: typeRefOf(element),
    items: element.children.filter(isExpression).map(readExpression),
  }),
  relation: element => ({
    kind: 'relation',
    ...part(element),
    typeRef: typeRefOf(element),
    columns: childrenNamed(element, 'column').map(readVariable),
    rows: childrenNamed(element, 'row').map(row => row.children.filter(isExpression).map(readExpression)),
  }),
  functionDefinition: readFunction,
  conditional: element => ({
    kind: 'conditional',
    ...part(element),
    typeRef: typeRefOf(element),
    condition: inside(element, 'if'),
    yes: inside(element, 'then'),
    no: inside(element, 'else'),
  }),
  filter: element => ({
    kind: 'filter',
    ...part(element),
    typeRef: typeRefOf(element),
    list: inside(element, 'in'),
    match: inside(element, 'match'),
  }),
  for: element => iterator(element, 'for', 'return'),
  some: element => iterator(element, 'some', 'satisfies'),
  every: element => iterator(element, 'every', 'satisfies'),
}

function iterator(element: Element, kind: 'for' | 'some' | 'every', body: string): Expression {
  return {
    kind,
    ...part(element),
    typeRef: typeRefOf(element),
    variable: element.attributes.iteratorVariable ?? '',
    list: inside(element, 'in'),
    body: inside(element, body),
  }
}

function inside(element: Element, name: string): Expression | null {
  const found = child(element, name)
  return found === undefined ? null : readExpressionIn(found)
}

function languageOf(element: Element): string {
  const language = element.attributes.expressionLanguage ?? ''
  return /feel/i.test(language) ? '' : language
}

function isExpression(element: Element): boolean {
  return element.known && Object.hasOwn(KINDS, element.name)
}

function readExpression(element: Element): Expression {
  return (KINDS[element.name] as (element: Element) => Expression)(element)
}

/** The boxed expression that is a child of the element; null when there is none. */
export function readExpressionIn(element: Element): Expression | null {
  const found = element.children.find(isExpression)
  return found === undefined ? null : readExpression(found)
}

/** A function definition, also as the encapsulated logic of a business knowledge model. */
export function readFunction(element: Element): FunctionExpression {
  const kind = element.attributes.kind ?? 'FEEL'
  return {
    kind: 'function',
    ...part(element),
    typeRef: typeRefOf(element),
    language: kind === 'J' || /^java$/i.test(kind) ? 'Java' : kind === 'P' || /^pmml$/i.test(kind) ? 'PMML' : 'FEEL',
    parameters: childrenNamed(element, 'formalParameter').map(readVariable),
    body: readExpressionIn(element),
  }
}

const HIT_POLICIES: readonly HitPolicy[] = [
  'UNIQUE',
  'ANY',
  'PRIORITY',
  'FIRST',
  'COLLECT',
  'RULE ORDER',
  'OUTPUT ORDER',
]
const AGGREGATORS: readonly Aggregator[] = ['SUM', 'COUNT', 'MIN', 'MAX']

function readTable(element: Element): DecisionTable {
  const policy = element.attributes.hitPolicy ?? 'UNIQUE'
  const aggregation = element.attributes.aggregation ?? ''
  const hitPolicy = HIT_POLICIES.find(known => known === policy.toUpperCase())
  const aggregator = AGGREGATORS.find(known => known === aggregation.toUpperCase())
  const unknown = [
    ...(hitPolicy === undefined ? [policy] : []),
    ...(aggregator === undefined && aggregation !== '' ? [aggregation] : []),
  ]
  return {
    kind: 'table',
    ...part(element),
    typeRef: typeRefOf(element),
    hitPolicy: hitPolicy ?? 'UNIQUE',
    aggregator: aggregator ?? null,
    ...(unknown.length === 0 ? {} : { unknown }),
    inputs: childrenNamed(element, 'input').map(readInput),
    outputs: childrenNamed(element, 'output').map(readOutput),
    annotations: childrenNamed(element, 'annotation').map(nameOf),
    rules: childrenNamed(element, 'rule').map(readRule),
    outputLabel: element.attributes.outputLabel ?? '',
  }
}

function readInput(element: Element): TableInput {
  const expression = child(element, 'inputExpression')
  return {
    ...part(element),
    label: element.attributes.label ?? '',
    expression: readText(expression) ?? { ...part(element), text: '' },
    typeRef: expression === undefined ? null : typeRefOf(expression),
    values: readText(child(element, 'inputValues')),
  }
}

function readOutput(element: Element): TableOutput {
  const byDefault = child(element, 'defaultOutputEntry')
  return {
    ...part(element),
    name: nameOf(element),
    label: element.attributes.label ?? '',
    typeRef: typeRefOf(element),
    values: readText(child(element, 'outputValues')),
    defaultEntry: readText(byDefault),
  }
}

function readRule(element: Element): Rule {
  const tests: Text[] = []
  const outputs: Text[] = []
  const annotations: string[] = []
  for (const entry of element.children) {
    if (!entry.known) continue
    if (entry.name === 'inputEntry') tests.push(readText(entry) as Text)
    else if (entry.name === 'outputEntry') outputs.push(readText(entry) as Text)
    else if (entry.name === 'annotationEntry') annotations.push(textOf(entry, 'text'))
  }
  return { ...part(element), description: textOf(element, 'description'), tests, outputs, annotations }
}
