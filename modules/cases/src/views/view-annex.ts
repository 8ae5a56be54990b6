import { getOrganisation, type Packages, textOf } from '@tereze/catalogue/contract'
import { annexOf, type Trace } from '@tereze/dmn'
import type { Context } from '@tereze/foundation-operations'
import { type Language, languages, type Text } from '@tereze/operation'
import { writeDate } from '@tereze/wording'
import type { DecisionAnnex } from '../contract/annex.ts'
import type { Service } from '../definition/service.ts'
import type { CaseRow } from '../store/cases.ts'
import { type DecisionRow, listDecisions } from '../store/records.ts'
import { annexWords } from './annex-words.ts'
import { openTrace } from './view-reasons.ts'
import { findText, mapText, ownText, sameText, wordPackages } from './words.ts'

type Ground = DecisionAnnex['grounds'][number]

function sourceOf(service: Service, clause: string): string {
  return service.regulation.clauses.find(({ id }) => id === clause)?.source ?? clause
}

function inEach(of: (language: Language) => Text): Text {
  return mapText(language => of(language)[language])
}

/** Whose date the rules follow, by which edition, what is rounded, and by which clause nobody had to decide. */
function groundsOf(packages: Packages, service: Service, row: CaseRow, stored: DecisionRow, trace: Trace): Ground[] {
  const { rules, rounding = [], automatic } = service.regulation
  const words = wordPackages(packages, service)
  const grounds: Ground[] = []
  const add = (text: Text, clause: string) => grounds.push({ text, clause: sourceOf(service, clause) })
  const { rulesOn } = stored
  if (rulesOn !== null)
    add(
      inEach(language => ownText(`annex.rules.${rules.follow}`, { date: writeDate(rulesOn, language) })),
      rules.clause,
    )
  if (stored.editionClause !== null && stored.editionClause !== rules.clause)
    add(ownText('annex.edition'), stored.editionClause)
  for (const { decision, mode, scale, clause } of rounding) {
    if (!trace.decisions.some(({ name }) => name === decision)) continue
    const title = findText(words, `decision.${decision}`) ?? sameText(decision)
    add(
      inEach(language => ownText(`annex.rounding.${mode}`, { what: title[language], places: scale })),
      clause,
    )
  }
  const official = (row.data.decision as { official?: string | null } | undefined)?.official ?? null
  if (
    automatic !== undefined &&
    stored.automaticClause !== null &&
    stored.decision === 'eligibility' &&
    official === null
  )
    add(ownText('annex.automatic'), stored.automaticClause)
  return grounds
}

/** The lines of an annex in all languages, which have the same lines. */
function linesOf(packages: Packages, service: Service, trace: Trace, zone: string): DecisionAnnex['lines'] {
  const [first = [], ...others] = languages.map(language =>
    annexOf(trace, language, annexWords(packages, service, zone, language)),
  )
  const all = [first, ...others]
  return first.map(({ level }, line) => ({
    level,
    text: mapText(language => all[languages.indexOf(language)]?.[line]?.text ?? ''),
  }))
}

/** The annex of a case's decisions, the first first; a decision whose trace was erased with its person's key is not in it. */
export async function viewAnnex(
  context: Context,
  packages: Packages,
  service: Service,
  row: CaseRow,
): Promise<{ number: string; service: Text; decisions: DecisionAnnex[] }> {
  const { zone } = getOrganisation(packages, service.owner)
  const decisions: DecisionAnnex[] = []
  for (const stored of await listDecisions(context.tx, row.tenant, row.id)) {
    const trace = await openTrace(context, row, stored)
    if (trace === null) continue
    decisions.push({
      decision: stored.decision,
      title: findText(wordPackages(packages, service), `decision.${stored.decision}`) ?? sameText(stored.decision),
      at: stored.effectiveAt,
      grounds: groundsOf(packages, service, row, stored, trace),
      rulesOn: stored.rulesOn,
      modelHash: stored.modelHash,
      lines: linesOf(packages, service, trace, zone),
    })
  }
  return { number: row.number, service: { ...textOf(service.pack, 'title') }, decisions }
}
