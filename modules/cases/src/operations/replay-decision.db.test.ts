import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { replayDecision } from '../contract/index.ts'

const cases = await casesPlatform()
const { mother, place } = await cases.decided('refused')
const worker = cases.official('worker')

describe('replay-decision', () => {
  it('comes to the same, byte for byte, and shows the trace', async () => {
    const { decisions } = done(await cases.run(replayDecision, place, worker))
    expect(decisions.map(({ decision }) => decision)).toContain('eligibility')
    expect(decisions.every(({ same, trace }) => same && trace !== null)).toBe(true)
    expect(JSON.stringify(decisions)).toContain('income-too-high')
  })

  it('comes to the same years later', async () => {
    const before = done(await cases.run(replayDecision, place, worker))
    await cases.pass('P10D')
    expect(done(await cases.run(replayDecision, place, worker))).toEqual(before)
  })

  it('finds nothing in a case without decisions', async () => {
    const draft = await cases.draft(await cases.mother())
    const input = { organisation: draft.organisation, case: draft.case }
    expect(await cases.run(replayDecision, input, worker)).toEqual({ decisions: [] })
  })

  it('is for auditors of the organisation', async () => {
    const auditor = { ...worker, unit: null, roles: ['auditor'] }
    expect(done(await cases.run(replayDecision, place, auditor)).decisions.length).toBeGreaterThan(0)
  })

  it('is not for persons, nor for other organisations', async () => {
    const missing = { code: 'operations.permission-missing' }
    expect(await cases.run(replayDecision, place, mother.actor)).toMatchObject(missing)
    const registrar = cases.official('registrar')
    expect(await cases.run(replayDecision, place, registrar)).toMatchObject(missing)
    expect(
      await cases.run(replayDecision, { ...place, organisation: registrar.organisation }, registrar),
    ).toMatchObject({ code: 'cases.case-not-found', pointer: '/case' })
    const none = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(replayDecision, none, worker)).toMatchObject({ code: 'cases.case-not-found' })
  })
})
