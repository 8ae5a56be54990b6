import type { EventDefinition } from '../model/process.ts'
import { asText, evaluateAt, type Run, resolve } from './run.ts'

/** By what a message or signal is known: its name and, of a message that has one, its correlation key. */
export interface Address {
  readonly name: string
  readonly key?: string
}

/** The address of a message or signal; undefined when its name or its key comes out as null, which addresses nothing. */
export function addressOf(
  run: Run,
  number: number,
  event: EventDefinition & { type: 'message' | 'signal' },
): Address | undefined {
  const name = asText(resolve(run, number, event.name))
  if (name === null) return undefined
  if (event.type === 'signal' || event.key === undefined) return { name }
  const key = asText(evaluateAt(run, number, event.key))
  return key === null ? undefined : { name, key }
}
