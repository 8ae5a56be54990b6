import type { ContractDefinition } from './contract-definition.ts'

const usualAnswer = 30_000
const longestAnswer = 120_000
const usualQueue = 5 * 86_400_000

/** Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds; null when it is none, or counts months or years. */
export function millisecondsOf(period: string): number | null {
  const found = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(period)
  if (found === null) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map(part => Number(part ?? 0))
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
}

/** For how long an answer is waited for, milliseconds: the contract's term, never longer than two minutes. */
export function answerTerm(contract: Pick<ContractDefinition, 'term'> | undefined): number {
  return Math.min(promisedTerm(contract), longestAnswer)
}

/** Within what time the contract promises an answer, milliseconds; days where an answer takes days. */
export function promisedTerm(contract: Pick<ContractDefinition, 'term'> | undefined): number {
  return millisecondsOf(contract?.term.answer ?? '') ?? usualAnswer
}

/** For how long an unanswered message is tried, milliseconds: the contract's term. */
export function queueTerm(contract: Pick<ContractDefinition, 'term'> | undefined): number {
  return millisecondsOf(contract?.term.queue ?? '') ?? usualQueue
}

const usualKeep = 30 * 86_400_000

/** Until when a file is kept once a message named it: as long as the contract says. */
export function keptUntil(files: ContractDefinition['files'], now: Date): Date {
  return new Date(now.getTime() + (millisecondsOf(files?.keep ?? '') ?? usualKeep))
}
