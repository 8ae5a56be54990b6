import { streamDataFile } from '@tereze/data-files'
import type { ProtocolContext } from '@tereze/foundation-operations'
import { isRefused, type Refused } from '@tereze/operation'
import { cancelExport, type ExportFormat, takeRows } from '../contract/export.ts'

/** The right to a file, or the file itself, ended while it was told. */
export class ExportCut extends Error {
  override readonly name = 'ExportCut'
}

type Call = ProtocolContext['call']

/** A file that was begun, portion by portion as it is taken. */
export interface ToldFile {
  readonly name: string
  readonly format: ExportFormat
  readonly pieces: AsyncGenerator<Uint8Array>
}

/**
 * Tells a file that `begin-export` began: the first portion at once, so that a refusal is one; a refusal on the way cuts the file, for
 * half a file is none. Who stops before its end gives it up.
 */
export async function tellFile(
  call: Call,
  place: { readonly organisation: string; readonly export: string },
): Promise<ToldFile | Refused> {
  const first = await call(takeRows, { ...place, portion: 0 })
  if (isRefused(first)) return first
  async function* portions(head: Exclude<typeof first, Refused>) {
    let portion = 1
    let isWhole = head.isLast
    try {
      yield head.rows
      while (!isWhole) {
        const next = await call(takeRows, { ...place, portion })
        if (isRefused(next)) throw new ExportCut(`${place.export}: ${next.code}`)
        yield next.rows
        isWhole = next.isLast
        portion += 1
      }
    } finally {
      if (!isWhole) await call(cancelExport, place)
    }
  }
  const { name, format, columns } = first
  return { name, format, pieces: streamDataFile(format, columns, portions(first)) }
}
