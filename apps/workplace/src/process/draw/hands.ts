import type { Canvas } from './open-diagram.ts'

const far = 60
const steps: Readonly<Record<string, { dx: number; dy: number }>> = {
  ArrowLeft: { dx: far, dy: 0 },
  ArrowRight: { dx: -far, dy: 0 },
  ArrowUp: { dx: 0, dy: far },
  ArrowDown: { dx: 0, dy: -far },
}

/**
 * Moves a diagram by arrow keys while it has the focus, and by a finger sideways; up and down a finger scrolls the page. The viewer
 * itself listens to the mouse only.
 */
export function listenToHands(canvas: Canvas, frame: HTMLElement): { stop(): void } {
  const stop = new AbortController()
  const { signal } = stop
  let last: { x: number; y: number } | null = null
  frame.addEventListener(
    'keydown',
    event => {
      const step = steps[event.key]
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      canvas.scroll(step)
      event.preventDefault()
      event.stopPropagation()
    },
    { signal },
  )
  frame.addEventListener(
    'pointerdown',
    event => {
      last = event.pointerType === 'mouse' ? null : { x: event.clientX, y: event.clientY }
    },
    { signal },
  )
  frame.addEventListener(
    'pointermove',
    event => {
      if (last === null) return
      canvas.scroll({ dx: event.clientX - last.x, dy: event.clientY - last.y })
      last = { x: event.clientX, y: event.clientY }
    },
    { signal },
  )
  for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const) {
    frame.addEventListener(
      end,
      () => {
        last = null
      },
      { signal },
    )
  }
  const size = new ResizeObserver(() => canvas.resized())
  size.observe(frame)
  return {
    stop() {
      stop.abort()
      size.disconnect()
    },
  }
}
