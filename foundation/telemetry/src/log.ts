import { type DestinationStream, pino } from 'pino'
import { textWithoutPersons, withoutPersons } from './without-persons.ts'

/** How much is logged. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Writes one line: facts (ids and numbers) and a constant sentence. */
export type LogLine = (facts: Readonly<Record<string, unknown>>, sentence: string) => void

/** The log. Pass ids, never persons; what slips through is removed. */
export interface Log {
  readonly debug: LogLine
  readonly info: LogLine
  readonly warn: LogLine
  readonly error: LogLine
  /** The same log with facts on every line. */
  with(facts: Readonly<Record<string, unknown>>): Log
}

/**
 * A log of JSON lines.
 * @param options.destination where lines go; standard output by default.
 * @param options.trace ids of the running span, put on every line.
 */
export function createLog(options: {
  level: LogLevel
  destination?: DestinationStream
  trace?: () => Readonly<Record<string, string>>
}): Log {
  const root = pino(
    {
      level: options.level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: level => ({ level }) },
      messageKey: 'sentence',
    },
    options.destination ?? pino.destination({ dest: 1, sync: false }),
  )
  const make = (always: Readonly<Record<string, unknown>>): Log => {
    const line =
      (level: 'debug' | 'info' | 'warn' | 'error'): LogLine =>
      (facts, sentence) => {
        if (!root.isLevelEnabled(level)) return
        const cleaned = withoutPersons({ ...always, ...facts }) as Record<string, unknown>
        root[level]({ ...options.trace?.(), ...cleaned }, textWithoutPersons(sentence))
      }
    return {
      debug: line('debug'),
      info: line('info'),
      warn: line('warn'),
      error: line('error'),
      with: facts => make({ ...always, ...facts }),
    }
  }
  return make({})
}
