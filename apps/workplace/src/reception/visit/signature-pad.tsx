import { type PointerEvent, type ReactNode, useRef } from 'react'

/** Lines drawn without lifting the pen: x and y in turn, in thousandths of the field. */
export type Strokes = readonly (readonly number[])[]

/** As many points as one line may have, and as many lines as one signature. */
const most = { numbers: 2000, lines: 50 }

/** A field to sign in with a pen, a finger or a mouse, three times as wide as high. */
export function SignaturePad(of: { label: string; strokes: Strokes; change: (strokes: Strokes) => void }): ReactNode {
  const drawing = useRef(false)
  const place = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const within = (part: number, whole: number) => Math.min(1000, Math.max(0, Math.round((1000 * part) / whole)))
    return [within(event.clientX - box.left, box.width), within(event.clientY - box.top, box.height)]
  }
  const stop = () => {
    drawing.current = false
  }
  return (
    <svg
      className="visit-pad"
      viewBox="0 0 3000 1000"
      role="img"
      aria-label={of.label}
      onPointerDown={event => {
        if (of.strokes.length >= most.lines) return
        event.currentTarget.setPointerCapture(event.pointerId)
        drawing.current = true
        of.change([...of.strokes, place(event)])
      }}
      onPointerMove={event => {
        const last = of.strokes.at(-1)
        if (!drawing.current || last === undefined || last.length >= most.numbers) return
        of.change([...of.strokes.slice(0, -1), [...last, ...place(event)]])
      }}
      onPointerUp={stop}
      onPointerCancel={stop}
    >
      {of.strokes.map((stroke, at) => (
        <polyline
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end.
          key={at}
          points={stroke.map((value, index) => (index % 2 === 0 ? value * 3 : value)).join(' ')}
        />
      ))}
    </svg>
  )
}
