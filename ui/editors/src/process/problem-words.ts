import type { Problem } from '@tereze/bpmn'
import en from './messages/en.json' with { type: 'json' }
import type { ProcessText, SayProcess } from './say-process.ts'

/** Why a process, or an element of it, could not run, in words. */
export function problemWords(say: SayProcess, { code, params }: Problem): string {
  const id = `problem.${code}`
  if (!Object.hasOwn(en, id)) return say('problem.other', { code })
  return say(`problem.${code}` as ProcessText, { problem: params.expression ?? params.reason ?? '' })
}

/** Why a token cannot go on, in words. */
export function stuckWords(say: SayProcess, code: string): string {
  return Object.hasOwn(en, `stuck.${code}`) ? say(`stuck.${code}` as ProcessText) : say('stuck.other', { code })
}
