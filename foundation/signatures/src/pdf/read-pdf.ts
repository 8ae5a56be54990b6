import { oid } from '../algorithms/object-identifiers.ts'
import { type CryptoModule, hashOf, sameBytes } from '../algorithms/verify-value.ts'
import { mostSignatures, type ReadSignature, readCms } from '../cms/read-cms.ts'
import { readTimestampInfo } from '../timestamps/speak-timestamps.ts'
import { isLongTermAddition } from './long-term.ts'

/** A signature of a PDF (ISO 32000-2, 12.8; PAdES, ETSI EN 319 142-1). */
export interface ReadPdfSignature extends Omit<ReadSignature, 'fault'> {
  /** `form-wrong`: the signature leaves out more of the file than its own value. */
  readonly fault: ReadSignature['fault'] | 'form-wrong'
  /** How many bytes of the file it covers, from the first on. */
  readonly length: number
  /** A time-stamp over the document instead of somebody's signature (PAdES, 5.5). */
  readonly isTimestamp: boolean
}

const nothing = {
  certificate: null,
  candidates: [],
  claimedAt: null,
  timestamps: [],
  stamped: new Uint8Array(),
  namesCertificate: false,
  algorithm: '',
} as const

/** `D:20260302040000Z`, `D:20260302090000+05'00'` (ISO 32000-2, 7.9.4). */
function readPdfDate(text: string): Date | null {
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(text)
  if (found === null) return null
  const [, year, month, day, hour, minute, second, sign, zoneHours = '00', zoneMinutes = '00'] = found
  const zone = sign === undefined ? 'Z' : `${sign}${zoneHours}:${zoneMinutes}`
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** What stands in the dictionary of a signature, before and after its value. */
function dictionaryAround(text: string, place: number, gapEnd: number): string {
  const begin = text.lastIndexOf(' obj', place)
  const end = text.indexOf('endobj', gapEnd)
  const gapBegin = text.lastIndexOf('<', gapEnd - 1)
  return text.slice(Math.max(begin, 0), gapBegin) + text.slice(gapEnd, end === -1 ? gapEnd : end)
}

function readOne(
  file: Uint8Array,
  text: string,
  range: readonly number[],
  place: number,
  modules: readonly CryptoModule[],
): ReadPdfSignature {
  const [start = 0, first = 0, second = 0, rest = 0] = range
  const length = second + rest
  const gap = text.slice(first, second)
  const wrong = { ...nothing, fault: 'form-wrong' as const, length: Math.min(length, file.length), isTimestamp: false }
  // Only the hexadecimal value itself may be left out: any other byte there would be read by viewers and signed by nobody.
  if (start !== 0 || first > second || length > file.length || !/^<[0-9A-Fa-f]*>$/.test(gap) || place > length)
    return wrong
  const dictionary = dictionaryAround(text, place, second)
  const kind = /\/SubFilter\s*\/([A-Za-z0-9.#]+)/.exec(dictionary)?.[1] ?? ''
  if (/sha1/i.test(kind)) return { ...wrong, fault: 'digest-weak' }
  const covered = Buffer.concat([file.subarray(0, first), file.subarray(second, length)])
  const value = Buffer.from(gap.slice(1, -1), 'hex')
  if (kind === 'ETSI.RFC3161') return readStamp(value, covered, length, modules)
  const [signature, ...others] = readCms(value, covered, modules)?.signatures ?? []
  // PDF knows one signer for each value (12.8.3.3).
  if (signature === undefined || others.length > 0) return wrong
  const claimed = /\/M\s*\((D:[^)]*)\)/.exec(dictionary)?.[1]
  return {
    ...signature,
    claimedAt: signature.claimedAt ?? (claimed === undefined ? null : readPdfDate(claimed)),
    length,
    isTimestamp: false,
  }
}

function readStamp(
  token: Uint8Array,
  covered: Uint8Array,
  length: number,
  modules: readonly CryptoModule[],
): ReadPdfSignature {
  const cms = readCms(token, null, modules)
  const info = cms?.content == null ? null : readTimestampInfo(cms.content)
  const [signature] = cms?.signatures ?? []
  if (info === null || signature === undefined) return { ...nothing, fault: 'form-wrong', length, isTimestamp: true }
  const own = hashOf(info.digest, covered, modules)
  const changed = own === null || !sameBytes(own.value, info.hash) || cms?.contentType !== oid.timestampInfo
  return {
    ...signature,
    fault: signature.fault ?? (changed ? 'content-changed' : null),
    claimedAt: info.at,
    length,
    isTimestamp: true,
  }
}

/**
 * Reads the signatures of a PDF in the order of what they cover and computes each value. What counts is the bytes: a signature covers
 * the file from its first byte to `length`, without its own value; what was added after `length` it does not vouch for.
 */
export function readPdf(file: Uint8Array, modules: readonly CryptoModule[] = []): readonly ReadPdfSignature[] {
  const text = Buffer.from(file).toString('latin1')
  const found = [...text.matchAll(/\/ByteRange\s*\[([^\]]{0,200})\]/g)]
  if (found.length > mostSignatures) return [{ ...nothing, fault: 'form-wrong', length: 0, isTimestamp: false }]
  return found
    .map(one => {
      const range = (one[1] ?? '').trim().split(/\s+/).map(Number)
      const whole = range.length === 4 && range.every(number => Number.isSafeInteger(number) && number >= 0)
      return whole
        ? readOne(file, text, range, one.index, modules)
        : { ...nothing, fault: 'form-wrong' as const, length: 0, isTimestamp: false }
    })
    .sort((a, b) => a.length - b.length)
}

const lastMark = '%%EOF\n'
/** Long-term data and stamps that are looked at, one after the other. */
const mostAdditions = 40

/**
 * Whether a file is covered to its end. Line ends after the last mark add nothing, and neither do long-term data and document
 * time-stamps as they are added here: they show nothing and change nothing that was there.
 */
export function isCovered(file: Uint8Array, length: number): boolean {
  let end = length
  for (let additions = 0; additions < mostAdditions; additions += 1) {
    if (file.subarray(end).every(byte => byte === 0x0a || byte === 0x0d)) return true
    const mark = Buffer.from(file.buffer, file.byteOffset, file.length).indexOf(lastMark, end, 'latin1')
    if (mark === -1) return false
    const next = mark + lastMark.length
    if (!isLongTermAddition(file.subarray(0, end), file.subarray(0, next))) return false
    end = next
  }
  return false
}
