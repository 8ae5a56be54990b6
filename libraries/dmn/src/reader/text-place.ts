import type { Part, Position } from '../model/model.ts'

/**
 * Where decoded text stands in its source: numbers by threes, an offset into the text and the line and column of the character
 * there; up to the next offset the source reads as the text does.
 */
export type Places = readonly number[]

/** The place of a character of a part's text; the part's own place when its source is not known. */
export function placeIn(part: Part & { readonly text?: string; readonly places?: Places }, offset: number): Position {
  const { text, places } = part
  if (text === undefined || places === undefined || places.length === 0) return part.at
  let from = 0
  while (from + 3 < places.length && (places[from + 3] as number) <= offset) from += 3
  const [start, line, column] = places.slice(from, from + 3) as [number, number, number]
  const before = text.slice(start, offset)
  const breaks = before.split('\n').length - 1
  return breaks === 0
    ? { line, column: column + before.length }
    : { line: line + breaks, column: before.length - before.lastIndexOf('\n') }
}

/** The places of a text from which so many characters are cut at its beginning. */
export function shifted(text: string, places: Places, cut: number): number[] {
  const { line, column } = placeIn({ id: '', at: { line: 1, column: 1 }, text, places }, cut)
  const result = [0, line, column]
  for (let i = 0; i < places.length; i += 3)
    if ((places[i] as number) > cut)
      result.push((places[i] as number) - cut, places[i + 1] as number, places[i + 2] as number)
  return result
}
