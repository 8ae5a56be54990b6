import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const service = fileURLToPath(new URL('../../../../content/processes/standard-service/', import.meta.url))
const simulate = (...args: string[]) => tereze('process', 'simulate', ...args)
const claim = join(folder, 'claim.bpmn')
writeFileSync(
  claim,
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1" id="d" targetNamespace="urn:t"><process id="claim"><startEvent id="s"/><userTask id="check" tereze:role="clerk"/><endEvent id="e"/>
  <sequenceFlow id="a" sourceRef="s" targetRef="check"/><sequenceFlow id="b" sourceRef="check" targetRef="e"/></process></definitions>`,
)
const scenario = (part: object) => {
  const path = join(folder, 'x.scenario.json')
  const whole = {
    format: 1,
    seed: 1,
    begin: '2026-03-02T09:00:00Z',
    instances: 3,
    arrivals: { by: { every: 'PT10M' } },
  }
  writeFileSync(path, JSON.stringify({ ...whole, ...part }))
  return path
}

describe('tereze process simulate', () => {
  it('prints times, nodes, people and ways', async () => {
    const work = { check: { takes: { fixed: 'PT15M' } } }
    const { code, out } = await simulate(
      claim,
      '--with',
      scenario({ work, pools: { clerk: { staff: 1, costPerHour: 20 } } }),
    )
    expect(code).toBe(0)
    expect(out).toMatch(/^claim: 3 started, 3 finished \(0 failed\), 0 unfinished\n/)
    expect(out).toMatch(/^time +20 min +20 min +25 min +25 min$/m)
    expect(out).toMatch(/^check +3 +3 +0 +5 min +10 min +15 min +15 min +0\.27 +1 +15$/m)
    expect(out).toMatch(/^clerk +1 +81\.8 % /m)
    expect(out).toMatch(/^queue of clerk over time {2}▁$/m)
    expect(out).toContain('100.0 %  s → check → e')
  })

  it('simulates a week of the standard service as its scenario says, the same way each time', async () => {
    const usual = JSON.parse(readFileSync(join(service, 'scenarios/usual.scenario.json'), 'utf8'))
    const jurisdiction = join(service, '../../jurisdictions/demo')
    const short = scenario({
      ...usual,
      until: '2026-03-09T00:00:00+05:00',
      calendars: { office: join(jurisdiction, 'calendar.json') },
      terms: { calendar: 'office', rules: join(jurisdiction, 'deadline-rules.json') },
    })
    const args = [join(service, 'process.bpmn'), '--with', short, '--json']
    const { code, out } = await simulate(...args)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ process: 'standard-service', failed: 0, assumed: [], incidents: [] })
    expect((await simulate(...args)).out).toBe(out)
  })

  it('says what it assumed, and what is wrong with what it was given', async () => {
    expect((await simulate(claim, '--with', scenario({}))).out).toContain('no time and nobody assumed for check')
    expect(await simulate(claim, '--with', scenario({ work: { x: { takes: { fixed: 'PT1M' } } } }))).toMatchObject({
      code: 1,
      err: expect.stringContaining('node-unknown at work.x: The process has no such node.'),
    })
    expect(await simulate(claim, '--with', scenario({ calendars: { office: 'none.json' } }))).toMatchObject({ code: 2 })
    expect(await simulate(claim)).toMatchObject({ code: 2, err: expect.stringContaining('--with is missing') })
    writeFileSync(join(folder, 'broken.bpmn'), '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>')
    expect(await simulate(join(folder, 'broken.bpmn'), '--with', scenario({}))).toMatchObject({ code: 1 })
  })
})
