import { isProblem } from '@tereze/ui-client'
import { listCases } from './list-cases.ts'
import type { PageContext } from './page.ts'
import type { SpokenText, Ui } from './ui.ts'

/** The cases of the person by id, for naming what belongs to one. */
export type CaseNames = ReadonlyMap<string, { readonly title: SpokenText; readonly number: string }>

/** Reads the person's newest cases. A page is drawn even when they do not answer: then it names none. */
export async function readCaseNames(context: PageContext): Promise<CaseNames> {
  const reply = await listCases(context, { limit: 200 })
  return new Map(isProblem(reply) ? [] : reply.items.map(card => [card.case, card]))
}

/** The service and the number of a case, so that things with one title are told apart; null when it is not known. */
export function caseName(of: string | null, names: CaseNames, ui: Ui): string | null {
  const found = of === null ? undefined : names.get(of)
  return found === undefined ? null : `${ui.say(found.title)} · ${ui.t('case.number', { number: found.number })}`
}
