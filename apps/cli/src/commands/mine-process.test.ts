import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { tereze } from '../said.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const house = fileURLToPath(new URL('../../../../', import.meta.url))
const example = (name: string) => join(house, 'examples/re-engineering', name)
const calendar = join(house, 'content/jurisdictions/demo/calendar.json')
const mine = (...args: string[]) => tereze('process', 'mine', ...args)
const csv = (text: string) => {
  const path = join(folder, 'events.csv')
  writeFileSync(path, text)
  return path
}

describe('tereze process mine', () => {
  it('tells times, rework and ways of what another system logged', async () => {
    const { code, out } = await mine(example('events.csv'), '--zone', 'Asia/Almaty', '--calendar', calendar)
    expect(code).toBe(0)
    expect(out).toMatch(/^50 cases, 50 finished/)
    expect(out).toMatch(/^Gather certificates +\d+ +\d+ +0 +[1-9]\d* /m)
    expect(out).toMatch(/\d+ different ways/)
  })

  it('makes a scenario follow the log, and leaves the rest of the file as it was', async () => {
    const log = csv(
      `case,activity,end\n${Array.from({ length: 8 }, (_, n) => `${n},check,2026-03-0${(n % 5) + 2} 1${n}:00`).join('\n')}\n`,
    )
    const process = join(folder, 'p.bpmn')
    writeFileSync(
      process,
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:t"><process id="p"><startEvent id="s"/><serviceTask id="check"/><endEvent id="e"/>
      <sequenceFlow id="a" sourceRef="s" targetRef="check"/><sequenceFlow id="b" sourceRef="check" targetRef="e"/></process></definitions>`,
    )
    const given = {
      format: 1,
      seed: 1,
      begin: '2026-03-02T09:00:00Z',
      instances: 3,
      arrivals: { by: { every: 'PT10M' }, calendar: 'office' },
      work: { check: { takes: { fixed: 'PT15M' }, costPerHour: 3 } },
      calendars: { office: calendar },
    }
    const scenario = join(folder, 'x.scenario.json')
    writeFileSync(scenario, JSON.stringify(given))
    const out = join(folder, 'fitted.scenario.json')
    const { code, err } = await mine(log, '--fit', process, '--with', scenario, '--out', out)
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('check, and arrivals') })
    const fitted = JSON.parse(readFileSync(out, 'utf8'))
    expect(fitted).toMatchObject({ seed: 1, calendars: { office: calendar }, work: { check: { costPerHour: 3 } } })
    expect(fitted.work.check.takes).toEqual({ empirical: Array(8).fill('PT0S') })
    expect(fitted.arrivals.by.exponential.perHour).toBeGreaterThan(0)
  })

  it('names bad rows and goes on with the good ones; refuses what holds no events', async () => {
    const { code, out, err } = await mine(csv('case,activity,end\n1,a,soon\n2,a,2026-03-02 09:00\n'))
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^row 2, column end: This is no date/) })
    expect(out).toMatch(/^1 cases/)
    const none = await mine(csv('name\nx\n'))
    expect(none.code).toBe(1)
    expect(none.err).toContain('no column')
    expect((await mine(join(folder, 'nowhere.csv'))).err).toContain('there is no file')
    expect((await mine(example('events.csv'), '--zone', 'Moon')).err).toContain('no time zone Moon')
  })
})

describe('tereze process compare', () => {
  it('puts what was logged and what might be side by side', async () => {
    const args = ['--events', example('events.csv'), '--zone', 'Asia/Almaty', example('dream.bpmn')]
    const { code, out } = await tereze('process', 'compare', ...args)
    expect(code).toBe(0)
    expect(out).toMatch(/^ +logged +dream$/m)
    expect(out).toMatch(/^time +\d+ d.*\(-\d+ %\)$/m)
    expect(out).toMatch(/^visits +– +0$/m)
    const { measures, variants } = JSON.parse((await tereze('process', 'compare', ...args, '--json')).out)
    expect(variants).toEqual(['logged', 'dream'])
    expect(measures).toHaveLength(8)
  })

  it.each([
    [[example('dream.bpmn')], 'nothing to compare'],
    [['x.txt', 'y.bpmn'], 'no .bpmn file'],
    [[example('dream.bpmn'), join(folder, 'nowhere.bpmn')], 'there is no such file'],
  ])('%j is refused in words', async (args, words) => {
    const { code, err } = await tereze('process', 'compare', ...args)
    expect({ code: code > 0, err }).toEqual({ code: true, err: expect.stringContaining(words) })
  })
})
