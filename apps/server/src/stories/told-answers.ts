import type { Story, ToldAnswer } from '@tereze/studio/contract'
import type { Ask } from '../composition/compose.ts'

type Data = Record<string, unknown>

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What was answered, with what a story tells over it. */
export function mergeAnswer(real: unknown, told: unknown): unknown {
  if (!isData(real) || !isData(told)) return told
  const over = Object.entries(told).map(([key, value]) => [key, key in real ? mergeAnswer(real[key], value) : value])
  return { ...real, ...Object.fromEntries(over) }
}

/** What the exchange says of a source that is dead, late or lies. */
const faults = {
  unavailable: { code: 'exchange.provider-unavailable', retry: true },
  late: { code: 'exchange.answer-awaited', retry: true },
  lying: { code: 'exchange.reply-wrong', retry: false },
} as const

/**
 * Replaces answers of contracts in the order of the calls, the last one repeating; a partial one is merged over the real
 * one. The same question asked again gets the same answer.
 */
export function tellAnswers(told: Story['given']['answers'] = {}): (ask: Ask) => Ask {
  const byQuestion = new Map<string, ToldAnswer | undefined>()
  const calls = new Map<string, number>()
  const answerOf = (contract: string, question: string): ToldAnswer | undefined => {
    const key = `${contract} ${question}`
    if (byQuestion.has(key)) return byQuestion.get(key)
    const answers = told[contract]
    const call = calls.get(contract) ?? 0
    calls.set(contract, call + 1)
    const answer = answers?.[Math.min(call, answers.length - 1)]
    byQuestion.set(key, answer)
    return answer
  }
  return ask => async question => {
    const answer = answerOf(question.contract, question.id)
    if (typeof answer === 'string') return { ok: false, ...faults[answer] }
    const real = await ask(question)
    return real.ok && answer !== undefined ? { ...real, body: mergeAnswer(real.body, answer) } : real
  }
}
