/** A shape of a process as its model draws it; units of the model's diagram. */
export interface PictureShape {
  readonly id: string
  readonly kind: 'task' | 'event' | 'gateway'
  /** What the platform does there (`tereze:step`), the role of a person (`tereze:role`), or neither. */
  readonly step: string | null
  readonly role: string | null
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** The drawing of a process: shapes and the points of its arrows. */
export interface Picture {
  readonly shapes: readonly PictureShape[]
  readonly arrows: readonly { readonly id: string; readonly points: string }[]
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const bpmndi = 'http://www.omg.org/spec/BPMN/20100524/DI'
const dc = 'http://www.omg.org/spec/DD/20100524/DC'
const di = 'http://www.omg.org/spec/DD/20100524/DI'
const tereze = 'urn:tereze:bpmn:1'
const room = 16

/** Reads the diagram (BPMN 2.0 §12, BPMN DI) of a model; null when it has none. */
export function readPicture(model: Document): Picture | null {
  const elements = new Map<string, Element>()
  for (const element of model.getElementsByTagNameNS(bpmn, '*')) {
    const id = element.getAttribute('id')
    if (id !== null) elements.set(id, element)
  }
  const shapes = [...model.getElementsByTagNameNS(bpmndi, 'BPMNShape')].flatMap(shape => {
    const element = elements.get(shape.getAttribute('bpmnElement') ?? '')
    const bounds = shape.getElementsByTagNameNS(dc, 'Bounds')[0]
    return element && bounds ? [shapeOf(element, bounds)] : []
  })
  if (shapes.length === 0) return null
  const arrows = [...model.getElementsByTagNameNS(bpmndi, 'BPMNEdge')].map(edge => ({
    id: edge.getAttribute('id') ?? '',
    points: [...edge.getElementsByTagNameNS(di, 'waypoint')]
      .map(point => `${numberOf(point, 'x')},${numberOf(point, 'y')}`)
      .join(' '),
  }))
  const left = Math.min(...shapes.map(shape => shape.x)) - room
  const top = Math.min(...shapes.map(shape => shape.y)) - room
  const right = Math.max(...shapes.map(shape => shape.x + shape.width)) + room
  const bottom = Math.max(...shapes.map(shape => shape.y + shape.height)) + room
  return { shapes, arrows, box: { x: left, y: top, width: right - left, height: bottom - top } }
}

function shapeOf(element: Element, bounds: Element): PictureShape {
  const name = element.localName
  return {
    id: element.getAttribute('id') ?? '',
    kind: name.endsWith('Event') ? 'event' : name.endsWith('Gateway') ? 'gateway' : 'task',
    step: name === 'businessRuleTask' ? 'decide' : element.getAttributeNS(tereze, 'step'),
    role: element.getAttributeNS(tereze, 'role'),
    x: numberOf(bounds, 'x'),
    y: numberOf(bounds, 'y'),
    width: numberOf(bounds, 'width'),
    height: numberOf(bounds, 'height'),
  }
}

const numberOf = (element: Element, name: string) => Number(element.getAttribute(name) ?? 0)

/** Words on lines of at most so many letters; a longer word has a line of its own. */
export function wrapWords(text: string, letters: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && [...last, ' ', ...word].length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
