import type {
  Decision,
  DecisionService,
  InputData,
  ItemDefinition,
  KnowledgeModel,
  Model,
  Position,
  Stray,
  Variable,
} from '../model/model.ts'
import { ELEMENT_NAMES } from './element-names.ts'
import {
  child,
  childrenNamed,
  nameOf,
  part,
  readExpressionIn,
  readFunction,
  readText,
  readVariable,
  textOf,
  typeRefOf,
} from './read-expression.ts'
import { type Element, readXml } from './xml.ts'

/** Why a source is not a model. */
export interface ParseError {
  readonly code: 'dmn.xml-invalid' | 'dmn.not-a-model'
  readonly message: string
  readonly at: Position
}

/** A model, or why there is none. */
export type ParseResult =
  | { readonly ok: true; readonly model: Model }
  | { readonly ok: false; readonly errors: readonly ParseError[] }

/** Reads a DMN model of any version from 1.1 to 1.6. Never throws; a document that is no model is refused with its place. */
export function parse(xml: string): ParseResult {
  const read = readXml(xml)
  if ('problems' in read)
    return { ok: false, errors: read.problems.map(({ message, at }) => ({ code: 'dmn.xml-invalid', message, at })) }
  const { root } = read
  if (!root.known || root.name !== 'definitions')
    return {
      ok: false,
      errors: [
        { code: 'dmn.not-a-model', message: `The root element is "${root.name}", not DMN definitions.`, at: root.at },
      ],
    }
  return { ok: true, model: readModel(root) }
}

/** The elements in DMN's namespaces that DMN does not have; what is inside of extensions is theirs. */
function straysIn(root: Element): Stray[] {
  const strays: Stray[] = []
  const open: Element[] = [root]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (!element.known || element.name === 'extensionElements') continue
    if (!ELEMENT_NAMES.has(element.name)) strays.push({ ...part(element), name: element.name })
    else for (let i = element.children.length - 1; i >= 0; i--) open.push(element.children[i] as Element)
  }
  return strays
}

function readModel(root: Element): Model {
  const strays = straysIn(root)
  return {
    ...part(root),
    name: nameOf(root),
    namespace: root.attributes.namespace ?? '',
    imports: childrenNamed(root, 'import').map(element => ({
      ...part(element),
      name: nameOf(element),
      namespace: element.attributes.namespace ?? '',
    })),
    itemDefinitions: childrenNamed(root, 'itemDefinition').map(readItemDefinition),
    inputs: childrenNamed(root, 'inputData').map(readInput),
    decisions: childrenNamed(root, 'decision').map(readDecision),
    knowledge: childrenNamed(root, 'businessKnowledgeModel').map(readKnowledge),
    services: childrenNamed(root, 'decisionService').map(readService),
    ...(strays.length === 0 ? {} : { strays }),
  }
}

function readItemDefinition(element: Element): ItemDefinition {
  const item = child(element, 'functionItem')
  return {
    ...part(element),
    name: nameOf(element),
    typeRef: typeRefOf(element),
    isCollection: element.attributes.isCollection === 'true',
    allowedValues: readText(child(element, 'allowedValues')),
    typeConstraint: readText(child(element, 'typeConstraint')),
    components: childrenNamed(element, 'itemComponent').map(readItemDefinition),
    function:
      item === undefined
        ? null
        : {
            parameters: childrenNamed(item, 'parameters').map(readVariable),
            result: item.attributes.outputTypeRef ?? null,
          },
  }
}

/** The variable of an element; without one it has the element's name and no type. */
function variableOf(element: Element): Variable {
  const variable = child(element, 'variable')
  if (variable === undefined) return { ...part(element), name: nameOf(element), typeRef: null }
  const read = readVariable(variable)
  return read.name === '' ? { ...read, name: nameOf(element) } : read
}

function readInput(element: Element): InputData {
  return { ...part(element), name: nameOf(element), variable: variableOf(element) }
}

function hrefs(elements: readonly Element[], name: string): string[] {
  return elements.flatMap(element => childrenNamed(element, name)).flatMap(target => target.attributes.href ?? [])
}

function requirementsOf(element: Element): { information: string[]; knowledge: string[] } {
  const information = childrenNamed(element, 'informationRequirement')
  return {
    information: information.flatMap(requirement => [
      ...hrefs([requirement], 'requiredInput'),
      ...hrefs([requirement], 'requiredDecision'),
    ]),
    knowledge: hrefs(childrenNamed(element, 'knowledgeRequirement'), 'requiredKnowledge'),
  }
}

function readDecision(element: Element): Decision {
  return {
    ...part(element),
    ...requirementsOf(element),
    name: nameOf(element),
    variable: variableOf(element),
    question: textOf(element, 'question'),
    expression: readExpressionIn(element),
  }
}

function readKnowledge(element: Element): KnowledgeModel {
  const logic = child(element, 'encapsulatedLogic')
  return {
    ...part(element),
    ...requirementsOf(element),
    name: nameOf(element),
    variable: variableOf(element),
    logic: logic === undefined ? null : readFunction(logic),
  }
}

function readService(element: Element): DecisionService {
  return {
    ...part(element),
    name: nameOf(element),
    variable: variableOf(element),
    outputDecisions: hrefs([element], 'outputDecision'),
    encapsulatedDecisions: hrefs([element], 'encapsulatedDecision'),
    inputDecisions: hrefs([element], 'inputDecision'),
    inputData: hrefs([element], 'inputData'),
  }
}
