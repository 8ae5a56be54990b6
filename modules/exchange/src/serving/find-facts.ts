import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { type Criterion, findRecords } from '@tereze/registers/contract'
import { type Evaluate, evaluator, isExpression, type Moment } from '@tereze/template'
import type { ContractDefinition, Find } from '../rules/contract-definition.ts'

/** What the reads of a contract found, by name; a record is its data with `id` and `version`. */
export type Facts = Readonly<Record<string, unknown>>

const most = 200

/** One criterion; undefined means that an expression has no value, and then nothing is found. */
function criterion(template: unknown, evaluate: Evaluate): Criterion | undefined {
  if (!isExpression(template)) return template as Criterion
  const value = evaluate(template.slice(2))
  if (value === null || value === undefined) return undefined
  return value as Criterion
}

/** Carries out the reads of a contract over the provider's own registers, in order; a later one may use an earlier one. */
export async function findFacts(
  context: Context,
  contract: Pick<ContractDefinition, 'id' | 'version' | 'provider'>,
  finds: readonly Find[],
  given: Facts,
  moment: Moment,
): Promise<Facts> {
  const facts: Record<string, unknown> = { ...given }
  for (const { as, register, where, many, at } of finds) {
    const evaluate = evaluator(facts, moment)
    const wanted = Object.entries(where).map(([column, template]) => [column, criterion(template, evaluate)] as const)
    if (wanted.some(([, value]) => value === undefined || (Array.isArray(value) && value.length === 0))) {
      facts[as] = many ? [] : null
      continue
    }
    const asOf = at === undefined ? undefined : evaluate(at.slice(2))
    const found = await context.call(findRecords, {
      organisation: contract.provider,
      register,
      where: Object.fromEntries(wanted) as Record<string, Criterion>,
      limit: many ? most : 1,
      under: `contract:${contract.id}@${contract.version.split('.')[0]}`,
      ...(typeof asOf === 'string' ? { asOf } : {}),
    })
    if (isRefused(found)) throw new Error(`contract ${contract.id} reads ${register}: ${found.code}`)
    const records = found.items.map(item => ({ ...item.data, id: item.record, version: item.version }))
    facts[as] = many ? records : (records[0] ?? null)
  }
  return facts
}
