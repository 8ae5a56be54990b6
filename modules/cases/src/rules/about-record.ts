import type { Text } from '@tereze/operation'
import type { AboutRecord } from '../contract/task.ts'

interface Named {
  readonly register?: unknown
  readonly record?: unknown
  readonly about?: unknown
}

/** The record, or the register as a whole, that a case is about: it breaks a rule of quality, or a person reports an error; null otherwise. */
export function aboutRecord(data: Readonly<Record<string, unknown>>): AboutRecord | null {
  const { register, record, about } = (data.violation ?? data.report ?? {}) as Named
  if (typeof register !== 'string' || typeof about !== 'object' || about === null) return null
  return { register, text: about as Text, ...(typeof record === 'string' ? { record } : {}) }
}
