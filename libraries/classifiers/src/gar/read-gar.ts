import sax from 'sax'
import { attributeReader, type GarFault, type GarRecord, garRecordOf, garRoots } from './gar-record.ts'

/** What the next piece of a file holds. */
export interface GarPiece {
  readonly records: readonly GarRecord[]
  readonly faults: readonly GarFault[]
}

/**
 * Reads a file of the Russian state address register (ГАР, full or changes) piece by piece: `AS_ADDR_OBJ`, `AS_HOUSES`,
 * `AS_APARTMENTS`, `AS_ADM_HIERARCHY`, `AS_MUN_HIERARCHY`, `AS_…_PARAMS`, `AS_OBJECT_LEVELS`, `AS_HOUSE_TYPES`. Memory does not
 * grow with the file. An element that cannot be taken costs itself only; text that is no XML ends the reading there. Parameters
 * of an element are XML attributes; entities are those of XML itself, so that nothing can unfold.
 */
export async function* readGar(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<GarPiece> {
  const parser = sax.parser(true, { trim: true, position: true })
  const decoder = new TextDecoder('utf-8')
  let records: GarRecord[] = []
  let faults: GarFault[] = []
  let root: string | null = null
  let broken = false
  parser.onerror = () => {
    if (!broken) faults.push({ line: parser.line + 1, code: 'xml.broken', attribute: null })
    broken = true
  }
  parser.onopentag = tag => {
    if (broken) return
    const { name, attributes } = tag as sax.Tag
    const line = parser.line + 1
    if (root === null) {
      root = name
      if (!garRoots.has(name)) {
        faults.push({ line, code: 'xml.not-gar', attribute: name.slice(0, 100) })
        broken = true
      }
      return
    }
    const wrong: { code: 'attribute.missing' | 'attribute.wrong'; attribute: string }[] = []
    const record = garRecordOf(root, name, line, attributeReader(attributes, wrong))
    if (record === null) return
    if (wrong.length > 0) faults.push(...wrong.slice(0, 1).map(one => ({ line, ...one })))
    else records.push(record)
  }
  const taken = (): GarPiece => {
    const piece = { records, faults }
    records = []
    faults = []
    return piece
  }
  for await (const piece of bytes) {
    parser.write(decoder.decode(piece, { stream: true }))
    if (records.length > 0 || faults.length > 0) yield taken()
    if (broken) return
  }
  parser.write(decoder.decode())
  if (!broken) parser.close()
  if (root === null && !broken) faults.push({ line: 1, code: 'xml.broken', attribute: null })
  yield taken()
}
