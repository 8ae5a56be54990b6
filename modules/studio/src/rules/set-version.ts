import { writeJson } from '@tereze/regulation'

/** An identity card with another version; nothing else of its text changes. A text that is no JSON object stays as it is. */
export function setVersion(text: string, version: string): string {
  let card: unknown
  try {
    card = JSON.parse(text)
  } catch {
    return text
  }
  if (typeof card !== 'object' || card === null || Array.isArray(card)) return text
  const wanted = { ...card, version }
  const meant = JSON.stringify(wanted)
  for (const { 0: found, index } of text.matchAll(/"version"\s*:\s*"[^"\\]*"/g)) {
    const next = `${text.slice(0, index)}"version": "${version}"${text.slice(index + found.length)}`
    // A part inside the card may have a version of its own.
    if (JSON.stringify(JSON.parse(next)) === meant) return next
  }
  return writeJson(wanted)
}
