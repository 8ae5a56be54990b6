import type { SpokenText, Ui } from './ui.ts'

/** Where a value is from, in one quiet line: the register or body, and the day. */
export function sourceLine(source: SpokenText | null, at: string | null, ui: Ui): string | undefined {
  if (source === null) return undefined
  return at === null ? ui.say(source) : `${ui.say(source)} · ${ui.dayOf(at)}`
}
