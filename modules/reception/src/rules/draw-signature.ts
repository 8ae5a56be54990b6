/** A dot is no signature: the pen has to have gone this far, in thousandths of the field. */
const shortest = 300

function lengthOf(stroke: readonly number[]): number {
  let length = 0
  for (let at = 2; at + 1 < stroke.length; at += 2)
    length += Math.hypot((stroke[at] ?? 0) - (stroke[at - 2] ?? 0), (stroke[at + 1] ?? 0) - (stroke[at - 1] ?? 0))
  return length
}

/**
 * The picture (SVG) of a drawn signature; null where almost nothing was drawn or a point has no second coordinate.
 * @param strokes x and y in turn, in thousandths of a field that is three times as wide as high.
 */
export function drawSignature(strokes: readonly (readonly number[])[]): string | null {
  if (strokes.some(stroke => stroke.length % 2 !== 0)) return null
  if (strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0) < shortest) return null
  const points = (stroke: readonly number[]) => stroke.map((value, at) => (at % 2 === 0 ? value * 3 : value)).join(' ')
  const lines = strokes.map(stroke => `<polyline points="${points(stroke)}"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3000 1000" fill="none" stroke="#000" stroke-width="12" stroke-linecap="round" stroke-linejoin="round">${lines}</svg>`
}
