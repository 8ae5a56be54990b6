import type { Text } from '@tereze/operation'
import type { AboutRecord } from '../contract/task.ts'

interface Named {
  readonly register?: unknown
  readonly record?: unknown
  readonly about?: unknown
}

/** The record that a case is about: one that breaks a rule of quality, or in which a person reports an error; null otherwise. */
export function aboutRecord(data: Readonly<Record<string, unknown>>): AboutRecord | null {
  const { register, record, about } = (data.violation ?? data.report ?? {}) as Named
  const isNamed = typeof register === 'string' && typeof record === 'string'
  return isNamed && typeof about === 'object' && about !== null ? { register, record, text: about as Text } : null
}
