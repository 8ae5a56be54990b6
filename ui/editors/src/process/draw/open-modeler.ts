import 'bpmn-js/dist/assets/diagram-js.css'
import Modeler from 'bpmn-js/lib/Modeler.js'

/** An open picture of a process that is changed by hand. */
export interface OpenModeler {
  /** Draws a text; where the picture was looked at is kept. Rejects when it cannot be drawn. */
  show(xml: string): Promise<void>
  /** Marks what is selected and brings it into view. */
  choose(element: string | null): void
  /** Marks where tokens stand and have been, and what is wrong. */
  mark(marks: ReadonlyMap<string, string>): void
  zoom(how: 'in' | 'out' | 'whole'): void
  close(): void
}

/** What a picture is opened with. */
export interface ModelerInput {
  /** Name of the whole picture for those who do not see it. */
  readonly label: string
  readonly readOnly: boolean
  /** Told the whole text when something was moved, bent or named by hand. */
  readonly changed: (xml: string) => void
  readonly chosen: (element: string) => void
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
interface Drawn {
  readonly id: string
  readonly waypoints?: readonly unknown[]
}
interface Canvas {
  getContainer(): HTMLElement
  addMarker(element: string, marker: string): void
  removeMarker(element: string, marker: string): void
  zoom(how?: number | 'fit-viewport', centre?: 'auto'): number
  viewbox(): Box & { readonly inner: Box; readonly outer: Pick<Box, 'width' | 'height'> }
  viewbox(box: Box): void
  scrollToElement(element: string, padding?: number): void
}
interface Registry {
  get(id: string): Drawn | undefined
}
interface Selection {
  select(element: Drawn | null): void
}
interface Stack {
  clear(emit?: boolean): void
}

/** The least scale at which the words of a picture are read. */
const READABLE = 0.75

const look = {
  bpmnRenderer: {
    defaultFillColor: 'var(--pane)',
    defaultStrokeColor: 'var(--edge)',
    defaultLabelColor: 'var(--ink)',
  },
  textRenderer: {
    defaultStyle: { fontFamily: 'Golos Text Variable, sans-serif', fontSize: 13, lineHeight: 1.2 },
    externalStyle: { fontSize: 13, lineHeight: 1.2 },
  },
  zoomScroll: { enabled: false },
  // Undo, copies and removal belong to the screen around the picture.
  keyboard: { bind: false },
}

const nothing = { getPaletteEntries: () => ({}), getContextPadEntries: () => ({}) }
/** Steps are put in, connected and removed by the panel beside the picture, which knows what the platform runs. */
const ownTools = { paletteProvider: ['value', nothing], contextPadProvider: ['value', nothing] }
/** Who may only look moves nothing. */
const looking = {
  move: ['value', null],
  bendpoints: ['value', null],
  bendpointMove: ['value', null],
  connectionSegmentMove: ['value', null],
  resizeHandles: ['value', null],
  labelEditingProvider: ['value', null],
}

/** The text with a diagram: its own, else one that is laid out for it. */
async function withDiagram(xml: string): Promise<string> {
  if (/<(?:[\w-]+:)?BPMNShape[\s>]/u.test(xml)) return xml
  const { layoutProcess } = await import('bpmn-auto-layout')
  return layoutProcess(xml)
}

/** Opens a picture in a frame. */
export function openModeler(frame: HTMLElement, input: ModelerInput): OpenModeler {
  const modeler = new Modeler({
    container: frame,
    ...look,
    additionalModules: input.readOnly ? [ownTools, looking] : [ownTools],
  })
  const canvas = modeler.get<Canvas>('canvas')
  const registry = modeler.get<Registry>('elementRegistry')
  let importing = false
  let begun = false
  let chosen: string | null = null
  let marked: ReadonlyMap<string, string> = new Map()

  modeler.on('commandStack.changed', () => {
    if (importing) return
    void modeler.saveXML({ format: true }).then(({ xml }) => {
      if (xml !== undefined) input.changed(xml)
    })
  })
  modeler.on('element.click', (event: { element: Drawn }) => {
    if (event.element.waypoints === undefined) input.chosen(event.element.id.replace(/_label$/u, ''))
  })
  const name = (): void => {
    const picture = canvas.getContainer().querySelector('svg')
    picture?.setAttribute('role', 'img')
    picture?.setAttribute('aria-label', input.label)
  }
  const setMarks = (marks: ReadonlyMap<string, string>, on: boolean): void => {
    for (const [element, marker] of marks) {
      if (registry.get(element) === undefined) continue
      if (on) canvas.addMarker(element, marker)
      else canvas.removeMarker(element, marker)
    }
  }
  /** The whole picture, or, where its words could not be read then, its beginning. */
  const readable = (): void => {
    canvas.zoom('fit-viewport', 'auto')
    const { inner, outer } = canvas.viewbox()
    if (canvas.zoom() >= READABLE) return
    const [width, height] = [outer.width / READABLE, outer.height / READABLE]
    canvas.viewbox({ x: inner.x - 40, y: inner.y + inner.height / 2 - height / 2, width, height })
  }
  const select = (): void => {
    modeler.get<Selection>('selection').select((chosen === null ? undefined : registry.get(chosen)) ?? null)
  }
  return {
    async show(xml) {
      importing = true
      try {
        const box = begun ? canvas.viewbox() : null
        await modeler.importXML(await withDiagram(xml))
        modeler.get<Stack>('commandStack').clear(false)
        if (box === null) readable()
        else canvas.viewbox(box)
        begun = true
        name()
        setMarks(marked, true)
        select()
      } finally {
        importing = false
      }
    },
    choose(element) {
      chosen = element
      select()
      if (element !== null && registry.get(element) !== undefined) canvas.scrollToElement(element, 60)
    },
    mark(marks) {
      setMarks(marked, false)
      marked = marks
      setMarks(marked, true)
    },
    zoom(how) {
      if (how === 'whole') canvas.zoom('fit-viewport', 'auto')
      else canvas.zoom(Math.min(2.5, Math.max(0.2, canvas.zoom() * (how === 'in' ? 1.25 : 0.8))))
    },
    close: () => modeler.destroy(),
  }
}
