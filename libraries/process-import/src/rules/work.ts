import { feelOfForeign, literal } from '../feel-text.ts'
import { addOurs, extensions, type Importing, inner, ours, setOurs, tellWhole, vendorAttribute } from '../importing.ts'
import { elementsIn, plainValue, setPlain, type XmlAttribute, type XmlElement } from '../xml/element.ts'

const prefixOf = (element: XmlElement) => (element.name.includes(':') ? `${element.name.split(':')[0]}:` : '')

function addScript(task: XmlElement, feel: string): void {
  setPlain(task, 'scriptFormat', 'FEEL')
  task.children = task.children.filter(child => !('local' in child && child.local === 'script'))
  task.children.push({
    name: `${prefixOf(task)}script`,
    local: 'script',
    uri: task.uri,
    attributes: [],
    children: [{ text: feel }],
    parent: task,
  })
}

function mapResult(importing: Importing, task: XmlElement, result: XmlAttribute | undefined): void {
  if (result) importing.ledger.tell(result, { to: setOurs(task, 'result', result.value) })
}

/** A script task: FEEL of Camunda 8, and where the result goes. */
export function mapScriptTask(importing: Importing, task: XmlElement): void {
  mapResult(importing, task, vendorAttribute(task, 'camunda', 'resultVariable'))
  for (const script of extensions(task, 'zeebe', 'script')) {
    const expression = inner(script, 'expression')
    if (expression) {
      addScript(task, expression.value.replace(/^=/, '').trim())
      importing.ledger.tell(expression, { to: 'bpmn:script' })
    }
    mapResult(importing, task, inner(script, 'resultVariable'))
    importing.ledger.tell(script, { to: 'bpmn:script' })
  }
}

function mapDecision(importing: Importing, task: XmlElement, id: string): void {
  const [called] = extensions(task, 'zeebe', 'calledDecision')
  const decision = vendorAttribute(task, 'camunda', 'decisionRef') ?? inner(called, 'decisionId')
  const result = vendorAttribute(task, 'camunda', 'resultVariable') ?? inner(called, 'resultVariable')
  if (!decision) return
  if (/^=|[$#]\{/.test(decision.value)) importing.ledger.tell(decision, { why: 'chosen-at-run-time' })
  else {
    setOurs(task, 'step', 'decide')
    importing.ledger.tell(decision, { to: `${setOurs(task, 'decision', decision.value)}="${decision.value}"` })
    importing.missing.push({ element: id, what: 'decision', hint: decision.value })
    if (result) {
      addOurs(task, 'output', { target: result.value, source: `=get value(decisions, ${literal(decision.value)})` })
      importing.ledger.tell(result, { to: 'tereze:output' })
    }
  }
  importing.ledger.tell(inner(called, 'bindingType'), { why: 'package-has-one-version' })
  importing.ledger.tell(inner(called, 'versionTag'), { why: 'package-has-one-version' })
  importing.ledger.tell(called, { to: 'tereze:decision' })
}

function becomesScript(importing: Importing, task: XmlElement): boolean {
  const expression = vendorAttribute(task, 'camunda', 'expression')
  if (!expression) return false
  const feel = feelOfForeign(expression.value)
  if (feel === undefined) {
    importing.ledger.tell(expression, { reason: 'expression-language' })
    return false
  }
  task.name = `${prefixOf(task)}scriptTask`
  task.attributes = task.attributes.filter(attribute => attribute.name !== 'implementation')
  addScript(task, feel)
  importing.ledger.tell(expression, { to: 'bpmn:scriptTask' })
  mapResult(importing, task, vendorAttribute(task, 'camunda', 'resultVariable'))
  return true
}

/** What the model says about outside work: its topic, its job type, its class. */
function hintOf(task: XmlElement): string {
  const [definition] = extensions(task, 'zeebe', 'taskDefinition')
  const said = ['topic', 'class', 'delegateExpression', 'expression', 'type'].map(name =>
    vendorAttribute(task, 'camunda', name),
  )
  return (
    [...said, inner(definition, 'type')].find(attribute => attribute !== undefined)?.value ??
    plainValue(task, 'name') ??
    ''
  )
}

/** A service, send or business rule task: a decision, a calculation, or outside work that a step must be chosen for. */
export function mapWork(importing: Importing, task: XmlElement, id: string): void {
  for (const definition of extensions(task, 'zeebe', 'taskDefinition'))
    importing.ledger.tell(inner(definition, 'retries'), { why: 'platform-retries' })
  const kind = vendorAttribute(task, 'camunda', 'type')
  if (kind?.value === 'shell') importing.ledger.tell(kind, { reason: 'code-implementation' })
  const inSend = elementsIn(task).some(child => child.local === 'script')
  mapDecision(importing, task, id)
  if (inSend || becomesScript(importing, task) || ours(task, 'step') !== undefined) return
  importing.missing.push({ element: id, what: 'step', hint: hintOf(task) })
}

/** A call activity: what is called, in which version, with which data. */
export function mapCall(importing: Importing, call: XmlElement): void {
  const { ledger } = importing
  for (const called of extensions(call, 'zeebe', 'calledElement')) {
    const process = inner(called, 'processId')
    if (process) {
      setPlain(call, 'calledElement', process.value)
      ledger.tell(process, { to: 'bpmn:calledElement' })
    }
    for (const [from, to] of [
      ['bindingType', 'calledElementBinding'],
      ['versionTag', 'calledElementVersionTag'],
    ] as const) {
      const attribute = inner(called, from)
      if (attribute) ledger.tell(attribute, { to: setOurs(call, to, attribute.value) })
    }
    tellWhole(ledger, called, { why: 'data-of-call' })
  }
  for (const name of ['calledElementBinding', 'calledElementVersion', 'calledElementVersionTag']) {
    const attribute = vendorAttribute(call, 'camunda', name)
    if (attribute) ledger.tell(attribute, { to: setOurs(call, name, attribute.value) })
  }
  for (const name of ['in', 'out'])
    for (const mapping of extensions(call, 'camunda', name))
      tellWhole(ledger, mapping, { to: `camunda:${name}, kept: the engine reads it` })
}
