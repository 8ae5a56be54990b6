import type { SpokenText, Ui } from './ui.ts'

/** Where a value is from, in one quiet line: the register or body, and the day, of an instant or a date. */
export function sourceLine(source: SpokenText | null, at: string | null, ui: Ui): string | undefined {
  if (source === null) return undefined
  if (at === null) return ui.say(source)
  return `${ui.say(source)} · ${/^\d{4}-\d{2}-\d{2}$/.test(at) ? ui.day(at) : ui.dayOf(at)}`
}
