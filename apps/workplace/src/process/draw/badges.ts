import type { StepState } from '../view.ts'

/** What is told at an element by signs and few words. */
export interface Badge {
  readonly state: StepState
  readonly visits: number
  /** How long it took, or since when it waits, in words. */
  readonly time: string | null
  /** When a timer is due, in words. */
  readonly timer: string | null
}

const svg = 'http://www.w3.org/2000/svg'
/** Signs on a field of 24 × 24, as Lucide draws them; a sign of its own shape for each state, so that colour is not needed. */
const signs: Readonly<Record<Exclude<StepState, 'ahead'> | 'timer', string>> = {
  done: 'M6.5 12.5 10.5 16.5 17.5 8',
  now: 'M6 12h11M12.5 7l5 5-5 5',
  stuck: 'M12 6.5v7M12 17.2v.3',
  cancelled: 'M8 8l8 8M16 8l-8 8',
  timer: 'M12 7.5V12l3 2',
}

type Drawing = Readonly<Record<string, string | number>>

function draw<Name extends 'g' | 'path' | 'circle' | 'rect' | 'text'>(
  name: Name,
  how: Drawing,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(svg, name) as SVGElementTagNameMap[Name]
  for (const [key, value] of Object.entries(how)) element.setAttribute(key, String(value))
  return element
}

function sign(kind: keyof typeof signs, at: { x: number; y: number; scale: number }): SVGGElement {
  const group = draw('g', { class: `badge badge-${kind}`, transform: `translate(${at.x} ${at.y}) scale(${at.scale})` })
  const ground =
    kind === 'stuck'
      ? draw('path', { class: 'badge-ground', d: 'M12 0 25 23H-1Z' })
      : draw('circle', { class: 'badge-ground', cx: 12, cy: 12, r: 12 })
  group.append(ground, draw('path', { class: 'badge-sign', d: signs[kind] }))
  return group
}

/** Words on a small plate, its middle at a point. */
function plate(words: string, at: { x: number; y: number; scale: number }): SVGGElement {
  const group = draw('g', { class: 'plate', transform: `translate(${at.x} ${at.y}) scale(${at.scale})` })
  const width = [...words].length * 7.6 + 14
  const text = draw('text', { x: 0, y: 4.5, 'text-anchor': 'middle' })
  text.textContent = words
  group.append(draw('rect', { x: -width / 2, y: -10, width, height: 20, rx: 10 }), text)
  return group
}

/** Draws the signs of all steps into a layer, anew. At small scales they stay readable: they shrink less than the shapes. */
export function drawBadges(
  layer: SVGGElement,
  steps: readonly (Badge & { readonly element: string })[],
  boxOf: (element: string) => { x: number; y: number; width: number; height: number } | null,
  zoom: number,
): void {
  const scale = Math.min(2.2, Math.max(1, 0.8 / zoom))
  const drawn: SVGElement[] = []
  for (const step of steps) {
    const box = boxOf(step.element)
    if (box === null) continue
    if (step.state !== 'ahead') {
      const half = 11 * scale
      drawn.push(sign(step.state, { x: box.x + box.width - half, y: box.y - half, scale: 0.92 * scale }))
      if (step.visits > 1) drawn.push(plate(`×${step.visits}`, { x: box.x + 4, y: box.y, scale }))
    }
    if (step.timer !== null) {
      drawn.push(
        sign('timer', { x: box.x + box.width - 4, y: box.y + box.height / 2 - 11 * scale, scale: 0.92 * scale }),
      )
      drawn.push(plate(step.timer, { x: box.x + box.width / 2, y: box.y + box.height + 48, scale }))
    }
    if (step.time !== null) {
      // To the left: on the right of the lower edge stand events that interrupt the step.
      drawn.push(plate(step.time, { x: box.x + box.width * 0.36, y: box.y + box.height, scale }))
    }
  }
  layer.replaceChildren(...drawn)
}
