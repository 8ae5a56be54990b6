import { createMessages } from '@tereze/messages'
import type { Language } from '@tereze/operation'
import en from './messages/en.json' with { type: 'json' }
import kk from './messages/kk.json' with { type: 'json' }
import ru from './messages/ru.json' with { type: 'json' }
import type { problemCodes } from './problem-codes.ts'

const messages = createMessages([{ en, ru, kk }])

/** What can be wrong with a digital regulation. Stable: words are keyed by it. */
export type RegulationCode = (typeof problemCodes)[number]

/** A fault of a regulation: where it is (RFC 6901 pointer), what, and what it is about. */
export interface RegulationProblem {
  readonly pointer: string
  /** `regulation.` and the fault. */
  readonly code: `regulation.${RegulationCode}`
  readonly params: Readonly<Record<string, string>>
}

/** Makes a fault. */
export function problem(
  pointer: string,
  code: RegulationCode,
  params: Readonly<Record<string, string>> = {},
): RegulationProblem {
  return { pointer, code: `regulation.${code}`, params }
}

/** A fault in words of a language: what is wrong, and the way out. */
export function describeProblem(
  { code, params }: RegulationProblem,
  language: Language,
): { readonly wrong: string; readonly remedy: string } {
  const key = code.slice('regulation.'.length)
  return {
    wrong: messages.text(`problem.${key}`, language, { nearest: '', ...params }),
    remedy: messages.text(`remedy.${key}${params.nearest ? '-nearest' : ''}`, language, params),
  }
}

/** A text of the library by its key. */
export function word(key: string, language: Language, params: Readonly<Record<string, string | number>> = {}): string {
  return messages.text(key, language, params)
}
