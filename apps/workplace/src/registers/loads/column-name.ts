import type { RegisterDescription } from '@tereze/registers/contract'
import type { Words } from '../../words/words.ts'
import { dotted, fieldName } from '../register-words.ts'

/** What a field is called where all fields stand side by side: its words, and its path where it has only those of a field above it. */
export function columnName(described: Pick<RegisterDescription, 'words'>, pointer: string, words: Words): string {
  const path = dotted(pointer)
  const name = fieldName(described, pointer, words)
  return described.words[`field.${path}`] !== undefined || name === path ? name : `${name} (${path})`
}
