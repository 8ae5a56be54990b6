import { isRefused } from '@tereze/operation'
import { changeRecord, getRecord, registerRecord } from '@tereze/registers/contract'
import { evaluator, fillTemplate } from '@tereze/template'
import type { RecordRule } from '../../definition/service.ts'
import { changedMembers, mergeData } from '../../rules/pointer.ts'
import { caseContext, momentOf, valueIn } from '../case-context.ts'
import type { CaseRun } from '../case-run.ts'
import type { Step } from '../perform-step.ts'
import { StepRefused } from '../step-refused.ts'

interface Written {
  readonly register: string
  readonly id: string
  readonly version: number
  readonly data: Record<string, unknown>
}

async function read(run: CaseRun, register: string, record: string): Promise<Written> {
  const found = await run.context.call(getRecord, {
    organisation: run.service.owner,
    register,
    record,
    under: `service:${run.service.id}`,
  })
  if (isRefused(found)) throw new StepRefused(`${run.service.id}: ${register}`, found)
  return { register, id: record, version: found.version, data: found.data }
}

/** Writes one record: new, or what changed since this case wrote it over what it holds now. */
async function write(run: CaseRun, rule: RecordRule, earlier: Written | null, item: unknown): Promise<Written> {
  const { context, service, row } = run
  const also = item === undefined ? {} : { item }
  const target = earlier?.id ?? (rule.record === undefined ? null : (valueIn(run, rule.record, also) as string | null))
  const data = fillTemplate(rule.data, evaluator({ ...caseContext(run), ...also }, momentOf(run))) as Record<
    string,
    unknown
  >
  const valid = rule.valid === undefined ? null : valueIn(run, rule.valid, also)
  const common = {
    organisation: service.owner,
    register: rule.register,
    source: { kind: 'case' as const, reference: row.id, organisation: service.owner },
    under: `service:${service.id}`,
    ...(typeof valid === 'string' ? { validFrom: valid } : {}),
  }
  if (target === null) {
    const written = await context.call(registerRecord, { ...common, data })
    if (isRefused(written)) throw new StepRefused(`${service.id}: ${rule.register}`, written)
    return read(run, rule.register, written.record)
  }
  const current = await read(run, rule.register, target)
  const merged = mergeData(current.data, earlier === null ? data : changedMembers(data, earlier.data))
  if (JSON.stringify(merged) === JSON.stringify(current.data)) return current
  const written = await context.call(changeRecord, {
    ...common,
    record: target,
    version: current.version,
    data: merged,
    reason: `case ${row.number}`,
  })
  if (isRefused(written)) throw new StepRefused(`${service.id}: ${rule.register}`, written)
  return read(run, rule.register, target)
}

/** Writes the records of a service into its owner's registers: `records.<id>`. A repeated step gives its records new versions. */
export const writeRecords: Step = async (run, _instance, call) => {
  const wanted = (call.attributes.ref ?? '*').split(' ')
  for (const rule of run.service.records) {
    if (!wanted.includes('*') && !wanted.includes(rule.id)) continue
    if (rule.when !== undefined && valueIn(run, rule.when) !== true) continue
    const before = (run.row.data.records ?? {}) as Record<string, Written | Written[]>
    const earlier = before[rule.id]
    const items = rule.each === undefined ? [undefined] : ((valueIn(run, rule.each) ?? []) as unknown[])
    const written: Written[] = []
    for (const [index, item] of items.entries()) {
      const known = Array.isArray(earlier) ? earlier[index] : earlier
      written.push(await write(run, rule, known ?? null, item))
    }
    run.row.data = {
      ...run.row.data,
      records: { ...before, [rule.id]: rule.each === undefined ? written[0] : written },
    }
  }
  return true
}
