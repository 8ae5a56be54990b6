import { BpmnModdle, type ReadWarning } from 'bpmn-moddle'
import type { CheckExpression } from '../expression/evaluate.ts'
import type { Problem } from '../model/problem.ts'
import type { Node, Process, Scope } from '../model/process.ts'
import { checkEvents } from './check-events.ts'
import { checkFlow, startsByItself } from './check-flow.ts'
import { connect } from './connect.ts'
import { type Draft, readContainer } from './container.ts'
import { type Element, isElement, manyOf, nameInReport, textOf } from './element.ts'
import { readAttributes, readVendors } from './extensions.ts'
import { idOf, type Reading, report } from './reading.ts'
import { reportWarnings, resolveQualified } from './references.ts'
import { tidyXml } from './tidy-xml.ts'

/** What reading a file gives: the executable processes, or every reason why it is refused. */
export type ParseResult =
  | {
      readonly ok: true
      readonly processes: readonly Process[]
      /** Ids of processes that are marked as not executable and were left out. */
      readonly skipped: readonly string[]
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** How to read a model. */
export interface ParseOptions {
  /** Says why a FEEL expression does not compile; without it expressions are not checked. */
  readonly check?: CheckExpression
  /**
   * What to do with elements that nothing leads to beside start events: by default they are refused, `leave` reads them,
   * and they never run (for models of products that draw such leftovers).
   */
  readonly unreached?: 'refuse' | 'leave'
}

function scopeOf(draft: Draft, id: string): Scope {
  const inside = [...draft.nodes.values()].filter(node => node.scope === id)
  const starts = inside.filter(node => node.type === 'start-event')
  const eventSubProcesses = inside.filter(node => node.type === 'event-sub-process').map(node => node.id)
  const trigger = draft.nodes.get(id)?.type === 'event-sub-process' ? starts[0]?.id : undefined
  const first =
    starts.length > 0 ? starts.filter(node => !node.events || trigger !== undefined) : inside.filter(startsByItself)
  return { starts: first.map(node => node.id), eventSubProcesses, ...(trigger === undefined ? {} : { trigger }) }
}

function beginningsOf(draft: Draft, processId: string): Process['beginnings'] {
  const inside = [...draft.nodes.values()].filter(node => node.scope === processId)
  const starts = inside.filter(node => node.type === 'start-event')
  const receivers = inside.filter(node => node.instantiates !== undefined && node.incoming.length === 0)
  const events = receivers.flatMap(node => {
    if (node.type === 'receive-task') return [{ node: node.id, events: node.events ?? [] }]
    return node.outgoing.flatMap(flow => {
      const target = draft.nodes.get(draft.flows.get(flow)?.to ?? '')
      return target ? [{ node: target.id, events: target.events ?? [] }] : []
    })
  })
  const byItself = starts.length === 0 && events.length === 0 ? [{ node: processId, events: [] }] : []
  return [...starts.map(node => ({ node: node.id, events: node.events ?? [] })), ...events, ...byItself]
}

function readProcess(reading: Reading, element: Element): Process {
  const draft = readContainer(reading, element)
  connect(reading, draft)
  checkEvents(reading, draft)
  checkFlow(reading, draft)
  const name = textOf(element, 'name')
  const id = idOf(reading, element)
  return {
    format: 1,
    id,
    ...(name === undefined ? {} : { name }),
    attributes: readAttributes(reading, element),
    nodes: Object.fromEntries<Node>(draft.nodes),
    flows: Object.fromEntries(draft.flows),
    scopes: Object.fromEntries(draft.scopes.map(scope => [scope, scopeOf(draft, scope)])),
    lanes: draft.lanes,
    beginnings: beginningsOf(draft, id),
  }
}

const feelUri = /feel/i
const defaultLanguages = new Set(['http://www.w3.org/1999/XPath', 'http://www.w3.org/TR/XPath'])

function foreignDefaultOf(definitions: Element): string | undefined {
  const language = textOf(definitions, 'expressionLanguage')
  // The value that every editor writes by default says nothing about what the author wrote.
  return language === undefined || feelUri.test(language) || defaultLanguages.has(language) ? undefined : language
}

/**
 * Reads a BPMN 2.0 file. Every executable process is checked as a whole; one problem refuses the file, and all
 * problems are told, each with the element and a reason of the closed list {@link problemCodes}.
 */
export async function parseProcess(xml: string, options: ParseOptions = {}): Promise<ParseResult> {
  let definitions: Element
  let warnings: readonly ReadWarning[]
  try {
    const result = await new BpmnModdle().fromXML(tidyXml(xml))
    if (!isElement(result.rootElement)) throw new Error('no root')
    definitions = result.rootElement
    warnings = resolveQualified(definitions, result.elementsById, result.warnings)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const code = /failed to parse document as/.test(reason) ? 'not-bpmn' : 'not-xml'
    return { ok: false, problems: [{ code, element: 'bpmn:Definitions', params: { reason } }] }
  }
  const reading: Reading = {
    problems: [],
    vendors: readVendors(definitions),
    foreignDefault: foreignDefaultOf(definitions),
    check: options.check ?? (() => undefined),
    given: new Map(),
    unreached: options.unreached ?? 'refuse',
  }
  const all = manyOf(definitions, 'rootElements').filter(element => element.$type === 'bpmn:Process')
  const executable = all.filter(element => element.isExecutable !== false)
  reportWarnings(reading, warnings)
  const processes = executable.map(element => readProcess(reading, element))
  if (executable.length === 0) report(reading, 'no-executable-process', definitions)
  if (reading.problems.length > 0) return { ok: false, problems: withoutRepeats(reading.problems) }
  return { ok: true, processes, skipped: all.filter(element => !executable.includes(element)).map(nameInReport) }
}

function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]
}
