import type { CalledProcess, Mapping, Repetition, VersionBinding } from '../model/process.ts'
import { bodyOf, type Element, oneOf, textOf } from './element.ts'
import { attributeOf, extensionsOf, vendorAttribute } from './extensions.ts'
import { type Reading, readExpression, readFeel, readValue, report } from './reading.ts'

/** The name of a data item that a property refers to or holds. */
function namedBy(element: Element, property: string): string | undefined {
  const item = oneOf(element, property)
  return item && (textOf(item, 'name') ?? item.id)
}

/** Reads loop or multi-instance characteristics. */
export function readRepetition(reading: Reading, owner: Element): Repetition | undefined {
  const loop = oneOf(owner, 'loopCharacteristics')
  if (!loop) return undefined
  if (loop.$type === 'bpmn:StandardLoopCharacteristics') {
    const condition = oneOf(loop, 'loopCondition')
    const maximum = Number(loop.loopMaximum)
    return {
      kind: 'loop',
      testBefore: loop.testBefore === true,
      ...(condition && bodyOf(condition) ? { whileTrue: readExpression(reading, owner, condition) } : {}),
      ...(Number.isInteger(maximum) ? { maximum } : {}),
    }
  }
  if (textOf(loop, 'behavior') !== undefined && loop.behavior !== 'All')
    report(reading, 'multi-instance-behavior', owner, { behavior: String(loop.behavior) })
  const zeebe = extensionsOf(reading, loop).find(
    ({ vendor, name }) => vendor === 'zeebe' && name === 'loopCharacteristics',
  )?.element
  const attribute = (tereze: string, camunda: string, zeebeName: string) =>
    vendorAttribute(reading, loop, 'tereze', tereze) ??
    vendorAttribute(reading, loop, 'camunda', camunda) ??
    (zeebe && attributeOf(zeebe, zeebeName))
  const cardinality = bodyOf(oneOf(loop, 'loopCardinality'))
  const collection = attribute('collection', 'collection', 'inputCollection') ?? namedBy(loop, 'loopDataInputRef')
  const element = attribute('element', 'elementVariable', 'inputElement') ?? namedBy(loop, 'inputDataItem')
  const condition = oneOf(loop, 'completionCondition')
  const into = attribute('into', '', 'outputCollection') ?? namedBy(loop, 'loopDataOutputRef')
  const each = attribute('result', '', 'outputElement') ?? namedBy(loop, 'outputDataItem')
  if ((into === undefined) !== (each === undefined))
    report(reading, 'missing-attribute', owner, {
      attribute: into === undefined ? 'collection of the results' : 'result of an instance',
    })
  if (cardinality === '' && collection === undefined) report(reading, 'repetition-without-number', owner)
  return {
    kind: 'multiple',
    sequential: loop.isSequential === true,
    ...(cardinality === ''
      ? {}
      : {
          count: readValue(
            reading,
            owner,
            /^\d+$/.test(cardinality) || /^=|[$#]\{/.test(cardinality) ? cardinality : `=${cardinality}`,
          ),
        }),
    ...(collection === undefined ? {} : { collection: readFeel(reading, owner, collection, 'feel') }),
    ...(element === undefined ? {} : { element }),
    ...(condition && bodyOf(condition) ? { until: readExpression(reading, owner, condition) } : {}),
    ...(into !== undefined && each !== undefined
      ? { output: { collection: into, element: readFeel(reading, owner, each, 'feel') } }
      : {}),
  }
}

function readBinding(reading: Reading, owner: Element, called: Element | undefined): VersionBinding {
  const attribute = (name: string) =>
    vendorAttribute(reading, owner, 'tereze', name) ?? vendorAttribute(reading, owner, 'camunda', name)
  const kind =
    attribute('calledElementBinding') ?? attribute('binding') ?? (called && attributeOf(called, 'bindingType'))
  const version = attribute('calledElementVersion')
  const tag = attribute('calledElementVersionTag') ?? (called && attributeOf(called, 'versionTag'))
  if (kind === 'deployment') return { kind: 'deployment' }
  if (kind === 'version' && version !== undefined)
    return { kind: 'version', version: readValue(reading, owner, version) }
  if (kind === 'versionTag' && tag !== undefined) return { kind: 'tag', tag: readValue(reading, owner, tag) }
  if (kind === 'version' || kind === 'versionTag')
    report(reading, 'missing-attribute', owner, { attribute: 'version of the called element' })
  return { kind: 'latest' }
}

/** Reads the process a call activity calls and the data it hands over. */
export function readCalled(reading: Reading, owner: Element): CalledProcess {
  if (vendorAttribute(reading, owner, 'camunda', 'caseRef') !== undefined) report(reading, 'case-management', owner)
  for (const name of ['variableMappingClass', 'variableMappingDelegateExpression']) {
    if (vendorAttribute(reading, owner, 'camunda', name) !== undefined)
      report(reading, 'code-implementation', owner, { by: name })
  }
  const extensions = extensionsOf(reading, owner)
  const zeebe = extensions.find(({ vendor, name }) => vendor === 'zeebe' && name === 'calledElement')?.element
  const called = textOf(owner, 'calledElement') ?? (zeebe && attributeOf(zeebe, 'processId'))
  if (called === undefined && vendorAttribute(reading, owner, 'camunda', 'caseRef') === undefined) {
    report(reading, 'missing-attribute', owner, { attribute: 'calledElement' })
  }
  const inputs: Mapping[] = []
  const outputs: Mapping[] = []
  const all = {
    in: zeebe !== undefined && attributeOf(zeebe, 'propagateAllParentVariables') === 'true',
    out: zeebe !== undefined && attributeOf(zeebe, 'propagateAllChildVariables') === 'true',
  }
  let key: string | undefined
  for (const { vendor, name, element } of extensions) {
    if (vendor !== 'camunda' || (name !== 'in' && name !== 'out')) continue
    const list = name === 'in' ? inputs : outputs
    const businessKey = attributeOf(element, 'businessKey')
    if (businessKey !== undefined) {
      // The key of the calling instance goes down by itself.
      if (!businessKey.includes('processBusinessKey')) key = businessKey
      continue
    }
    if (attributeOf(element, 'variables') === 'all') {
      all[name] = true
      continue
    }
    const source = attributeOf(element, 'source')
    const expression = attributeOf(element, 'sourceExpression')
    const target = attributeOf(element, 'target')
    if (target === undefined || (source === undefined && expression === undefined)) {
      report(reading, 'missing-attribute', owner, { attribute: `${name} source, target` })
    } else {
      list.push({
        target,
        source: expression === undefined ? { feel: source ?? 'null' } : readValue(reading, owner, expression),
      })
    }
  }
  return {
    process: readValue(reading, owner, called ?? ''),
    binding: readBinding(reading, owner, zeebe),
    ...(key === undefined ? {} : { key: readValue(reading, owner, key) }),
    ...(inputs.length > 0 ? { inputs } : {}),
    ...(outputs.length > 0 ? { outputs } : {}),
    ...(all.in && inputs.length > 0 ? { allIn: true } : {}),
    ...(all.out ? { allOut: true } : {}),
  }
}

const codeAttributes = ['class', 'delegateExpression'] as const

/** Refuses what another product implements by code: delegates, listeners, connectors, shell commands. */
export function refuseCode(reading: Reading, owner: Element): void {
  for (const name of codeAttributes) {
    if (vendorAttribute(reading, owner, 'camunda', name) !== undefined)
      report(reading, 'code-implementation', owner, { by: name })
  }
  if (vendorAttribute(reading, owner, 'camunda', 'type') === 'shell')
    report(reading, 'code-implementation', owner, { by: 'shell' })
  for (const { vendor, name } of extensionsOf(reading, owner)) {
    if (vendor === 'camunda' && (name === 'executionListener' || name === 'taskListener' || name === 'connector')) {
      report(reading, 'code-implementation', owner, { by: name })
    }
  }
}

/** Reads what a script task, or a service task with an expression, computes. */
export function readScript(reading: Reading, owner: Element): { feel: string; result?: string } | undefined {
  const zeebe = extensionsOf(reading, owner).find(
    ({ vendor, name }) => vendor === 'zeebe' && name === 'script',
  )?.element
  const result =
    vendorAttribute(reading, owner, 'tereze', 'result') ??
    vendorAttribute(reading, owner, 'camunda', 'resultVariable') ??
    (zeebe && attributeOf(zeebe, 'resultVariable'))
  const withResult = (feel: string) => ({ feel, ...(result === undefined ? {} : { result }) })
  const expression = vendorAttribute(reading, owner, 'camunda', 'expression')
  if (expression !== undefined) return withResult(readFeel(reading, owner, expression))
  if (owner.$type !== 'bpmn:ScriptTask') return undefined
  const zeebeText = zeebe && attributeOf(zeebe, 'expression')
  if (zeebeText !== undefined) return withResult(readFeel(reading, owner, zeebeText))
  const format = textOf(owner, 'scriptFormat')
  const script = textOf(owner, 'script')
  if (script === undefined) {
    report(reading, 'missing-attribute', owner, { attribute: 'script' })
    return undefined
  }
  if (format !== undefined && !/feel/i.test(format) && !/^(juel)$/i.test(format)) {
    report(reading, 'script-language', owner, { language: format })
    return undefined
  }
  return withResult(readFeel(reading, owner, script, 'feel'))
}
