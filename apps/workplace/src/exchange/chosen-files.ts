import type { AskableService } from '@tereze/exchange/contract'
import { largestHere } from './cut-file.ts'

/** A file that an official chose to send; its id stays the same however often it is tried. */
export interface ChosenFile {
  readonly id: string
  readonly file: File
}

/** Why a chosen file is not taken: it is empty, too large, of another type, or one too many. */
export type NotTaken = { readonly name: string; readonly why: 'empty' | 'size' | 'type' | 'count' }

/** Adds chosen files to those there are, as far as the service takes them. */
export function addChosen(
  taken: AskableService['files'],
  before: readonly ChosenFile[],
  chosen: readonly File[],
  newId: () => string,
): { readonly files: readonly ChosenFile[]; readonly notTaken: readonly NotTaken[] } {
  const files = [...before]
  const notTaken: NotTaken[] = []
  for (const file of chosen) {
    const why =
      file.size === 0
        ? 'empty'
        : file.size > Math.min(taken.size, largestHere)
          ? 'size'
          : !taken.mediaTypes.includes(file.type)
            ? 'type'
            : files.length >= taken.count
              ? 'count'
              : null
    if (why === null) files.push({ id: newId(), file })
    else notTaken.push({ name: file.name, why })
  }
  return { files, notTaken }
}
