import { getOrganisation, type Package, type Packages, textOf } from '@tereze/catalogue/contract'
import type { Trace, TracedDecision } from '@tereze/dmn'
import { isErased, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import type { Static } from 'typebox'
import type { Reason } from '../contract/case.ts'
import type { Service } from '../definition/service.ts'
import { sealPlace } from '../engine/make-decision.ts'
import type { CaseRow } from '../store/cases.ts'
import { type DecisionRow, listDecisions } from '../store/records.ts'
import { isId, slugOf, valueText } from './annex-words.ts'
import { findText, ownText, sameText, wordPackages } from './words.ts'

type ReasonLine = Static<typeof Reason>

/** The stored trace of a decision; null when the person's key was erased. */
export async function openTrace(context: Context, row: CaseRow, decision: DecisionRow): Promise<Trace | null> {
  if (decision.trace === null) return null
  const opened = await context
    .port(keyring)
    .open(context.tx, row.tenant, row.person, decision.trace, sealPlace(decision.id))
  return isErased(opened) ? null : (JSON.parse(new TextDecoder().decode(opened)) as Trace)
}

function plain(value: unknown): string | null {
  if (value === null || value === undefined || isId(value)) return null
  if (typeof value === 'object' && 'amount' in value && 'currency' in value)
    return `${String(value.amount)} ${String(value.currency)}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A value of a trace for machines and, where it has words, for readers. */
function spokenValue(words: readonly Package[], value: unknown, zone: string): Pick<ReasonLine, 'value' | 'valueText'> {
  const text = valueText(words, value, zone)
  return { value: plain(value), ...(text === null ? {} : { valueText: text }) }
}

function clauseSource(service: Service, clause: string | undefined): string | null {
  if (clause === undefined) return null
  return service.regulation.clauses.find(candidate => candidate.id === clause)?.source ?? clause
}

/** One decision of a trace as lines: each rule that held, with its paragraph, and the values it looked at. */
function decisionLine(packages: Packages, service: Service, decision: TracedDecision): ReasonLine {
  const words = wordPackages(packages, service)
  const { zone } = getOrganisation(packages, service.owner)
  const rules = decision.tables.flatMap(table =>
    table.rules
      .filter(rule => rule.matched)
      .map(rule => {
        const clause = rule.annotations?.clause
        return {
          kind: 'rule' as const,
          text: (clause === undefined ? null : findText(words, `clause.${clause}`)) ?? sameText(rule.id),
          held: true,
          clause: clauseSource(service, clause),
          value: null,
          source: null,
          because: table.inputs.map(input => ({
            kind: 'fact' as const,
            text: findText(words, `input.${slugOf(input.label)}`) ?? sameText(input.label),
            held: null,
            clause: null,
            ...spokenValue(words, input.value, zone),
            source: null,
            because: [],
          })),
        }
      }),
  )
  return {
    kind: 'decision',
    text: findText(words, `decision.${decision.name}`) ?? ownText('reason.decision', { name: decision.name }),
    held: null,
    clause: null,
    ...spokenValue(words, decision.value, zone),
    source: null,
    because: rules,
  }
}

/** Why the decisions of a case are what they are, the newest first; the official's own reason before the rules. */
export async function viewReasons(
  context: Context,
  packages: Packages,
  service: Service,
  row: CaseRow,
): Promise<ReasonLine[]> {
  const lines: ReasonLine[] = []
  const decided = row.data.decision as { reason?: string | null; refusals?: readonly string[] } | undefined
  if (typeof decided?.reason === 'string') {
    lines.push({
      kind: 'decision',
      text: sameText(decided.reason),
      held: null,
      clause: null,
      value: null,
      source: ownText('reason.official'),
      because: [],
    })
  }
  const grounds = Object.values(service.regulation.grounds).flat()
  for (const refusal of decided?.refusals ?? []) {
    const ground = grounds.find(candidate => candidate.id === refusal)
    if (ground === undefined) continue
    const text = textOf(service.pack, ground.text.replace(/^message:/, ''))
    lines.push({
      kind: 'rule',
      text,
      held: false,
      clause: clauseSource(service, ground.clause),
      value: null,
      source: null,
      because: [],
    })
  }
  const stored = await listDecisions(context.tx, row.tenant, row.id)
  for (const decision of stored.toReversed()) {
    const trace = await openTrace(context, row, decision)
    if (trace === null) continue
    const asked = trace.decisions.find(candidate => candidate.name === trace.asked)
    const others = trace.decisions.filter(
      candidate => candidate.name !== trace.asked && candidate.tables.some(table => table.chosen.length > 0),
    )
    if (asked === undefined) continue
    const { valueText: _, ...top } = decisionLine(packages, service, asked)
    lines.push({
      ...top,
      value: null,
      because: [...top.because, ...others.map(other => decisionLine(packages, service, other))],
    })
  }
  return lines
}
