/** A value as somebody writes it into a box: JSON where it is such, else the text itself. */
export function readValue(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return written
  }
}
