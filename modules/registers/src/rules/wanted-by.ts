import type { Text } from '@tereze/operation'
import { Check } from 'typebox/value'
import { RecordId } from '../contract/record.ts'

/** What words in a search box of violations mean: a record by its id, else the rules that have all the words in one language. */
export function wantedBy(
  words: string | undefined,
  rules: readonly { readonly id: string; readonly text: Text }[],
): { readonly record?: string; readonly rules?: readonly string[] } {
  const wanted = words?.trim().toLowerCase() ?? ''
  if (wanted === '') return {}
  const isRecord: boolean = Check(RecordId, wanted)
  if (isRecord) return { record: wanted }
  const parts = wanted.split(/\s+/)
  const has = (text: string) => parts.every(part => text.toLowerCase().includes(part))
  return { rules: rules.filter(({ text }) => Object.values(text).some(has)).map(({ id }) => id) }
}
