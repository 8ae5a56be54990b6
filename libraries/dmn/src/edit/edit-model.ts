import type { Part } from '../model/model.ts'
import {
  attributed,
  type Change,
  changed,
  idMaker,
  inserted,
  type NewElement,
  removed,
  rootOf,
  worded,
} from './change.ts'
import { childrenOf, elementOf, escapeXml, type SourceElement } from './source.ts'

const DEFINITIONS = ['description', 'extensionElements', 'import', 'itemDefinition', 'inputData', 'decision']
const DECISION = [
  'description',
  'extensionElements',
  'question',
  'allowedAnswers',
  'variable',
  'informationRequirement',
  'knowledgeRequirement',
  'authorityRequirement',
  'decisionTable',
]

function within(xml: string, change: (root: SourceElement) => readonly Change[]): string {
  const root = rootOf(xml)
  return root === null ? xml : changed(xml, change(root))
}

/** Sets the FEEL of a literal expression. */
export function setLiteral(xml: string, expression: Part, text: string): string {
  return within(xml, root => {
    const element = elementOf(xml, root, expression)
    return element?.name === 'literalExpression' ? worded(xml, element, text) : []
  })
}

/** Sets the question that a decision answers. */
export function setQuestion(xml: string, decision: Part, text: string): string {
  return within(xml, root => {
    const element = elementOf(xml, root, decision)
    if (element?.name !== 'decision') return []
    const [question] = childrenOf(element, 'question')
    if (question === undefined) return [inserted(xml, element, DECISION, { name: 'question', text })]
    return question.closeStart === question.end
      ? [removed(xml, question), inserted(xml, element, DECISION, { name: 'question', text })]
      : [{ from: question.openEnd, to: question.closeStart, text: escapeXml(text) }]
  })
}

/** Adds or removes the requirement of a decision for an input or another decision, by their ids. */
export function setRequirement(
  xml: string,
  decision: Part,
  needed: { readonly kind: 'input' | 'decision'; readonly id: string },
  wanted: boolean,
): string {
  return within(xml, root => {
    const element = elementOf(xml, root, decision)
    if (element?.name !== 'decision') return []
    const name = needed.kind === 'input' ? 'requiredInput' : 'requiredDecision'
    const found = childrenOf(element, 'informationRequirement').find(requirement =>
      childrenOf(requirement, name).some(({ attributes }) => attributes.get('href')?.value === `#${needed.id}`),
    )
    if ((found !== undefined) === wanted) return []
    if (found !== undefined) return [removed(xml, found), ...withoutPicture(xml, root, found)]
    return [
      inserted(xml, element, DECISION, {
        name: 'informationRequirement',
        attributes: { id: idMaker(xml)('requirement-1') },
        children: [{ name, attributes: { href: `#${needed.id}` } }],
      }),
    ]
  })
}

/** What a diagram draws of an element that goes. */
function withoutPicture(xml: string, root: SourceElement, element: SourceElement): Change[] {
  const id = element.attributes.get('id')?.value
  if (id === undefined) return []
  const found: SourceElement[] = []
  const open = [root]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.attributes.get('dmnElementRef')?.value === id) found.push(next)
    else open.push(...next.children)
  }
  return found.map(shape => removed(xml, shape))
}

/** Adds an input of the model. Its name is what expressions say. */
export function addInputData(xml: string, name: string, typeRef: string | null): string {
  return within(xml, root => {
    const id = idMaker(xml)
    const own = id(`input-${idOf(name)}`)
    return [
      inserted(xml, root, DEFINITIONS, {
        name: 'inputData',
        attributes: { id: own, name },
        children: [{ name: 'variable', attributes: { id: id(`${own}-variable`), name, typeRef } }],
      }),
    ]
  })
}

/** Adds a decision: an empty table with one output, or an expression that is null. */
export function addDecision(xml: string, name: string, kind: 'table' | 'literal'): string {
  return within(xml, root => {
    const id = idMaker(xml)
    const own = id(idOf(name))
    const logic: NewElement =
      kind === 'literal'
        ? {
            name: 'literalExpression',
            attributes: { id: id(`${own}-expression`) },
            children: [{ name: 'text', text: 'null' }],
          }
        : {
            name: 'decisionTable',
            attributes: { id: id(`${own}-table`), hitPolicy: 'FIRST' },
            children: [{ name: 'output', attributes: { id: id(`${own}-output-1`), name } }],
          }
    return [
      inserted(xml, root, DEFINITIONS, {
        name: 'decision',
        attributes: { id: own, name },
        children: [{ name: 'variable', attributes: { id: id(`${own}-variable`), name } }, logic],
      }),
    ]
  })
}

/** An id that XML allows, from a name. */
function idOf(name: string): string {
  const made = name.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[^\p{L}_]+/u, '')
  return made === '' ? 'element' : made
}

/** Sets the type of an input of the model. */
export function setInputType(xml: string, input: Part, typeRef: string | null): string {
  return within(xml, root => {
    const element = elementOf(xml, root, input)
    const [variable] = element?.name === 'inputData' ? childrenOf(element, 'variable') : []
    return variable === undefined ? [] : attributed(variable, 'typeRef', typeRef)
  })
}
