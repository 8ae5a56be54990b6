import type { IncidentCode } from './effect.ts'
import { idOf, type Run, tokenAt } from './run.ts'

/** Stops a token until somebody repairs what is wrong; boundary events of its activity still work. */
export function incident(
  run: Run,
  number: number,
  code: IncidentCode,
  params: Readonly<Record<string, string>> = {},
): void {
  const token = tokenAt(run, number)
  token.doing = 'incident'
  token.incident = code
  run.effects.push({ type: 'incident', id: idOf(run, number), node: token.at, code, params })
}
