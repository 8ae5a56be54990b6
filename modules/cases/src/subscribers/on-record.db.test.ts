import { systemActor } from '@tereze/operation'
import { changeRecord, findRecords, type RegisterRecord } from '@tereze/registers/contract'
import { describe, expect, it } from 'vitest'
import { benefits, casesPlatform, done, type Mother } from '../cases-platform.fixture.ts'
import { listOwnCases } from '../contract/index.ts'
import { flow, ownProcesses } from '../own-processes.fixture.ts'
import { type CaseRow, findCase } from '../store/cases.ts'

const cases = await casesPlatform()
const own = ownProcesses(cases)
const register = 'benefit-entitlements'
const platform = systemActor('tests', benefits)

/** A service that begins when a condition becomes true of a record, for the person of the record. */
function serve(id: string, condition: string, of = register): void {
  own.serve(
    id,
    `<bpmn:startEvent id="begin" tereze:register="${of}" tereze:applicant="=result.record.person"><bpmn:extensionElements><tereze:output target="kind" source="=result.record.kind"/></bpmn:extensionElements>
      <bpmn:conditionalEventDefinition><bpmn:condition>${condition}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:startEvent>
      <bpmn:userTask id="look" tereze:role="case-worker"/><bpmn:endEvent id="e"/>${flow('begin', 'look')}${flow('look', 'e')}`,
  )
}

async function casesOf({ actor }: Mother, service: string): Promise<CaseRow[]> {
  const { items } = done(await cases.run(listOwnCases, { person: actor.id, limit: 200 }, actor))
  const found = await Promise.all(
    items.filter(card => card.service === service).map(card => findCase(cases.platform.database, benefits, card.case)),
  )
  return found.filter(row => row !== null)
}

async function entitlementOf({ actor }: Mother): Promise<RegisterRecord> {
  const found = await cases.run(
    findRecords,
    { organisation: benefits, register, where: { person: actor.id } },
    platform,
  )
  const [first] = done(found).items
  if (first === undefined) throw new Error('the mother has no entitlement')
  return first
}

async function change(mother: Mother, data: Record<string, unknown>): Promise<void> {
  const { record, version, data: before, source } = await entitlementOf(mother)
  const about = { organisation: benefits, register, record, version, reason: 'a test changes it', source }
  done(await cases.run(changeRecord, { ...about, data: { ...before, ...data } }, platform))
  await cases.settle()
}

describe('on-record', () => {
  serve('ends', '=record.status = "ended"')
  serve('runs', '=record.status = "active"')
  serve('never', '=record.person')
  serve('elsewhere', '=true', 'births')

  it('begins a case when a condition becomes true of a new record, and none while it stays true', async () => {
    const { mother } = await cases.decided('granted')
    await cases.settle()
    const [row, ...others] = await casesOf(mother, 'runs')
    expect(others).toEqual([])
    const { record, version } = await entitlementOf(mother)
    expect(row?.data).toMatchObject({ trigger: { register, record, version }, kind: 'monthly-child' })
    await change(mother, { amount: { amount: '42000.00', currency: 'DMD' } })
    expect(await casesOf(mother, 'runs')).toHaveLength(1)
  })

  it('begins a case when a condition becomes true by a change, once', async () => {
    const { mother } = await cases.decided('granted')
    expect(await casesOf(mother, 'ends')).toEqual([])
    await change(mother, { status: 'ended' })
    const { record, version } = await entitlementOf(mother)
    expect((await casesOf(mother, 'ends')).map(({ data }) => data.trigger)).toEqual([{ register, record, version }])
    await cases.settle()
    expect(await casesOf(mother, 'ends')).toHaveLength(1)
  })

  it('begins none where the condition is not true, or of the register of another organisation', async () => {
    const { mother } = await cases.decided('granted')
    await cases.settle()
    expect(await casesOf(mother, 'never')).toEqual([])
    expect(await casesOf(mother, 'elsewhere')).toEqual([])
  })
})
