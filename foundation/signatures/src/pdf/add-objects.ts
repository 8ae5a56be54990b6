import type { PdfStructure } from './pdf-structure.ts'

/** An object with its number and what stands between `obj` and `endobj`, Latin-1 (a byte a character). */
export type PdfObject = readonly [number: number, body: string]

/** Adds objects after a PDF, with a cross-reference table of their own (ISO 32000-2, 7.5.6); no byte of it changes. */
export function addObjects(pdf: Uint8Array, structure: PdfStructure, objects: readonly PdfObject[]): Buffer {
  const parts: string[] = [pdf.at(-1) === 0x0a ? '' : '\n']
  let place = pdf.length + (parts[0]?.length ?? 0)
  const lines: string[] = []
  for (const [number, body] of objects) {
    const text = `${number} 0 obj\n${body}\nendobj\n`
    lines.push(`${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`)
    parts.push(text)
    place += text.length
  }
  const size = Math.max(structure.size, ...objects.map(([number]) => number + 1))
  parts.push(
    `xref\n${lines.join('')}trailer\n<< /Size ${size} /Root ${structure.root} ${structure.repeated} /Prev ${structure.table} >>\n` +
      `startxref\n${place}\n%%EOF\n`,
  )
  return Buffer.concat([pdf, Buffer.from(parts.join(''), 'latin1')])
}
