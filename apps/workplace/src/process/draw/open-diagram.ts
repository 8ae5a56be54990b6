import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js'
import type { StepState } from '../view.ts'
import { type Badge, drawBadges } from './badges.ts'
import { listenToHands } from './hands.ts'
import { withDiagram } from './with-diagram.ts'

/** What one element shows besides its shape. */
export interface ShownStep extends Badge {
  readonly element: string
  readonly state: StepState
}

/** An open diagram. */
export interface OpenDiagram {
  /** Shows where everything stands; flows that were taken are drawn stronger. */
  show(steps: readonly ShownStep[], flows: ReadonlySet<string>): void
  /** Marks an element and brings it into view. */
  choose(element: string | null): void
  zoom(how: 'in' | 'out' | 'whole' | 'here'): void
  close(): void
}

/** What a diagram is opened with: the model, and words of the page's language. */
export interface DiagramInput {
  readonly xml: string
  /** Names by element id, in place of those of the model's author. */
  readonly names: ReadonlyMap<string, string>
  /** Name of the whole picture for those who do not see it. */
  readonly label: string
  /** How flows that the model names `yes` and `no` are called. */
  readonly yes: string
  readonly no: string
  chosen(element: string): void
}

interface Moddle {
  name?: string
}
/** Services of diagram-js that are used here, as far as they are. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
interface Drawn extends Partial<Box> {
  readonly id: string
  readonly waypoints?: readonly unknown[]
}
/** The canvas of diagram-js, as far as it is used here. */
export interface Canvas {
  getContainer(): HTMLElement
  getLayer(name: string, index: number): SVGGElement
  getActiveLayer(): SVGGElement
  addMarker(element: string, marker: string): void
  removeMarker(element: string, marker: string): void
  zoom(how?: number | 'fit-viewport', centre?: 'auto' | { x: number; y: number }): number
  viewbox(): Box & { readonly scale: number; readonly outer: { width: number; height: number }; readonly inner: Box }
  viewbox(box: Box): void
  scroll(by: { dx: number; dy: number }): void
  scrollToElement(element: string, padding?: number): void
  resized(): void
}
interface Registry {
  get(id: string): Drawn | undefined
  getAll(): readonly Drawn[]
}

const marks = ['ahead', 'now', 'stuck', 'done', 'cancelled'] as const
/** Most and least scale, one step between two, and the scale at which a diagram opens. */
const scale = { most: 2.5, least: 0.2, step: 1.25, first: 0.9 }

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
  // Turning the wheel over the picture scrolls the page, as everywhere else on it.
  zoomScroll: { enabled: false },
}

/** Draws a model into a frame, and for print in strips into another element. Rejects when the model cannot be drawn. */
export async function openDiagram(frame: HTMLElement, paper: HTMLElement, input: DiagramInput): Promise<OpenDiagram> {
  const viewer = new NavigatedViewer({ container: frame, ...look })
  viewer.on('import.parse.complete', (event: { elementsById?: Readonly<Record<string, Moddle>> }) => {
    for (const [id, element] of Object.entries(event.elementsById ?? {})) {
      const name = input.names.get(id)
      if (name !== undefined) element.name = name
      else if (element.name === 'yes') element.name = input.yes
      else if (element.name === 'no') element.name = input.no
    }
  })
  try {
    await viewer.importXML(await withDiagram(input.xml))
  } catch (error) {
    viewer.destroy()
    throw error
  }
  const canvas = viewer.get<Canvas>('canvas')
  const registry = viewer.get<Registry>('elementRegistry')
  const picture = canvas.getContainer().querySelector('svg')
  picture?.setAttribute('role', 'img')
  picture?.setAttribute('aria-label', input.label)
  let shown: readonly ShownStep[] = []
  let chosen: string | null = null

  const boxOf = (element: string): Box | null => {
    const { x, y, width, height } = registry.get(element) ?? {}
    return x === undefined || y === undefined || width === undefined || height === undefined
      ? null
      : { x, y, width, height }
  }
  const layer = canvas.getLayer('badges', 10)
  const redraw = () => drawBadges(layer, shown, boxOf, canvas.zoom())
  viewer.on('canvas.viewbox.changed', redraw)
  viewer.on('element.click', (event: { element: Drawn }) => {
    const id = event.element.id.replace(/_label$/, '')
    if (input.names.has(id)) input.chosen(id)
  })
  const hands = listenToHands(canvas, frame)
  const print = () => paper.replaceChildren(...strips(canvas))
  window.addEventListener('beforeprint', print)

  function centre(element: string | undefined): void {
    const box = element === undefined ? null : boxOf(element)
    const { outer, inner } = canvas.viewbox()
    const large = Math.max(Math.min(scale.first, outer.height / Math.max(inner.height, 1)), 0.65)
    const [width, height] = [outer.width / large, outer.height / large]
    const middle = box ?? { ...inner, width: Math.min(inner.width, width) }
    canvas.viewbox({
      x: middle.x + middle.width / 2 - width / 2,
      y: middle.y + middle.height / 2 - height / 2,
      width,
      height,
    })
  }
  const present = () => shown.find(({ state }) => state === 'stuck') ?? shown.find(({ state }) => state === 'now')
  const lastDone = () => shown.findLast(({ state }) => state === 'done')
  let begun = false

  return {
    show(steps, flows) {
      for (const { element, state } of steps) {
        if (registry.get(element) === undefined) continue
        for (const mark of marks) canvas.removeMarker(element, `at-${mark}`)
        canvas.addMarker(element, `at-${state}`)
      }
      for (const { id, waypoints } of registry.getAll()) {
        if (waypoints !== undefined && flows.has(id)) canvas.addMarker(id, 'flow-taken')
      }
      shown = steps.filter(({ element }) => registry.get(element) !== undefined)
      if (!begun) centre((present() ?? lastDone())?.element)
      begun = true
      redraw()
    },
    choose(element) {
      if (chosen !== null && registry.get(chosen)) canvas.removeMarker(chosen, 'chosen')
      chosen = element
      if (element === null || registry.get(element) === undefined) return
      canvas.addMarker(element, 'chosen')
      canvas.scrollToElement(element, 60)
    },
    zoom(how) {
      if (how === 'whole') canvas.zoom('fit-viewport', 'auto')
      else if (how === 'here') centre((present() ?? lastDone())?.element)
      else {
        const next = canvas.zoom() * (how === 'in' ? scale.step : 1 / scale.step)
        canvas.zoom(Math.min(scale.most, Math.max(scale.least, next)))
      }
    },
    close() {
      window.removeEventListener('beforeprint', print)
      hands.stop()
      viewer.destroy()
    },
  }
}

/** Width of a strip on paper, in units of the diagram: text of 13 units is then read without a glass. */
const stripWidth = 1000
/** How much two neighbours have in common, so that no step is cut in both. */
const stripOverlap = 140

/** The picture cut into strips, each a picture of its own as wide as the paper. */
function strips(canvas: Canvas): SVGSVGElement[] {
  const picture = canvas.getContainer().querySelector('svg')
  const { inner } = canvas.viewbox()
  if (picture === null || inner.width === 0) return []
  const room = 30
  const step = stripWidth - stripOverlap
  const count = Math.max(1, Math.ceil((inner.width + 2 * room - stripOverlap) / step))
  return Array.from({ length: count }, (_, index) => {
    const strip = picture.cloneNode(true) as SVGSVGElement
    strip.querySelector('.viewport')?.removeAttribute('transform')
    strip.removeAttribute('tabindex')
    const box = [inner.x - room + index * step, inner.y - room, stripWidth, inner.height + 2 * room]
    strip.setAttribute('viewBox', box.join(' '))
    strip.removeAttribute('width')
    strip.removeAttribute('height')
    return strip
  })
}
