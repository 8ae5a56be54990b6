import { type BpmnDocument, readDocument, writeDocument } from '../document/document.ts'
import { isElement } from '../read/element.ts'

/** An element of a document that is being changed. */
export interface DraftElement {
  readonly $type: string
  $parent?: DraftElement
  readonly $attrs: Record<string, string>
  readonly $model: { create(type: string, properties?: Readonly<Record<string, unknown>>): DraftElement }
  id?: string
  get(property: string): unknown
  set(property: string, value: unknown): void
}

/** A document that is being changed: its elements by id, and what its diagram draws of each. */
export interface Draft {
  readonly definitions: DraftElement
  readonly byId: Map<string, DraftElement>
  /** Shapes and edges by the id of what they draw. */
  readonly drawn: Map<string, DraftElement>
  /** What draws the elements, the first where there are several; null: the file has no diagram. */
  readonly plane: DraftElement | null
  /** Of the extensions of the platform, in this file. */
  readonly prefix: string
}

const NAMESPACE = 'urn:tereze:bpmn:1'

/** The elements that a property holds, as the very list that is written. */
export function listOf(element: DraftElement, property: string): DraftElement[] {
  return element.get(property) as DraftElement[]
}

/** The element that a property holds. */
export function held(element: DraftElement, property: string): DraftElement | undefined {
  const value = element.get(property)
  return isElement(value) ? (value as unknown as DraftElement) : undefined
}

/** Lists of elements that hold others; what stands in them has an id, and most of it is drawn. */
const INSIDE = ['flowElements', 'artifacts', 'laneSets', 'lanes', 'participants', 'messageFlows']

/** Makes a document ready to be changed. */
export function draftOf({ definitions }: BpmnDocument): Draft {
  const root = definitions as DraftElement
  const byId = new Map<string, DraftElement>()
  const open = [...listOf(root, 'rootElements')]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.id !== undefined) byId.set(element.id, element)
    for (const name of INSIDE) if (name in element) open.push(...listOf(element, name))
    const lanes = 'childLaneSet' in element ? held(element, 'childLaneSet') : undefined
    if (lanes !== undefined) open.push(lanes)
  }
  const planes = listOf(root, 'diagrams').flatMap(diagram => held(diagram, 'plane') ?? [])
  const [plane] = planes
  const drawn = new Map<string, DraftElement>()
  for (const shape of planes.flatMap(each => listOf(each, 'planeElement'))) {
    const id = held(shape, 'bpmnElement')?.id
    if (id !== undefined) drawn.set(id, shape)
  }
  const declared = Object.entries(root.$attrs).find(([name, value]) => name.startsWith('xmlns:') && value === NAMESPACE)
  if (declared === undefined) root.$attrs['xmlns:tereze'] = NAMESPACE
  return {
    definitions: root,
    byId,
    drawn,
    plane: plane ?? null,
    prefix: declared?.[0].slice('xmlns:'.length) ?? 'tereze',
  }
}

/**
 * A file with a change made. A file that is not BPMN, of which something would be lost in writing, or whose change gives false
 * is given back as it was, to the byte.
 */
export async function changedProcess(xml: string, change: (draft: Draft) => boolean): Promise<string> {
  const document = await readDocument(xml)
  if (document === undefined || document.lost.length > 0) return xml
  return change(draftOf(document)) ? writeDocument(document) : xml
}

/** The first id of a row (`check`, `check-2` …) that the document does not have. */
export function freshId({ byId }: Draft, base: string): string {
  let id = base
  for (let n = 2; byId.has(id); n++) id = `${base}-${n}`
  return id
}
