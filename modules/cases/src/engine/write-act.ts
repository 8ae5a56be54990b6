import { groundsOfKind } from '../definition/grounds.ts'
import { groundOfAct } from '../definition/jurisdiction.ts'
import type { CaseRun } from './case-run.ts'

/** What an act says besides its kind. */
export interface ActDetail {
  readonly ground?: string | null
  /** Ids of grounds of the regulation or of the jurisdiction. */
  readonly grounds?: readonly string[]
  readonly signatory?: string
  readonly text?: string
  readonly automaticClause?: string | null
}

function groundsText(run: CaseRun, wanted: readonly string[] | undefined): string | null {
  const own = Object.values(run.service.regulation.grounds).flat()
  const shared = ['suspend', 'discontinue', 'return'].flatMap(kind => groundsOfKind(run.packages, run.service, kind))
  const clauses = (wanted ?? []).map(id => [...own, ...shared].find(ground => ground.id === id)?.clause ?? id)
  return clauses.length === 0 ? null : clauses.join(', ')
}

/** Writes a legal act with its number inside the case, its ground and signatory; its number. */
export async function writeAct(run: CaseRun, kind: string, detail: ActDetail = {}): Promise<string> {
  const { context, row, service } = run
  const { actor } = context
  const id = context.ids.newId('act')
  let number = ''
  run.draft.addAct(place => {
    number = `${row.number}/${place}`
    return {
      id,
      kind,
      number,
      ground: detail.ground ?? groundsText(run, detail.grounds) ?? groundOfAct(run.jurisdiction, kind),
      grounds: detail.grounds ?? [],
      automaticClause: detail.automaticClause ?? null,
      signatory: detail.signatory ?? (actor.kind === 'official' ? actor.id : service.owner),
      text: detail.text === undefined ? null : { en: detail.text, ru: detail.text, kk: detail.text },
      at: context.now.toISOString(),
    }
  })
  return number
}
