import { globSync, readFileSync } from 'node:fs'
import { addStep, outlineOf, type Process, parseProcess, problemCodes, removeFlow } from '@tereze/bpmn'
import { simulateScenario } from '@tereze/process-simulation'
import { expect, it } from 'vitest'
import { nameOf, nodeNames, stageName, withNodeName } from './node-names.ts'
import { problemWords, stuckWords } from './problem-words.ts'
import { readPaths } from './read-paths.ts'
import { sayProcess } from './say-process.ts'
import { stepChoices } from './step-choices.ts'
import { termParts, termText } from './term-text.ts'
import { rolesOf, usualScenario, workOf } from './usual-scenario.ts'

const content = new URL('../../../../content/', import.meta.url)
function filesOf(folder: string): Map<string, string> {
  const cwd = new URL(`${folder}/`, content)
  return new Map(globSync('**/*.*', { cwd }).map(path => [path, readFileSync(new URL(path, cwd), 'utf8')]))
}
const birth = filesOf('services/family/birth-certificate')
const outline = await outlineOf(birth.get('process.bpmn') ?? '')
const nodes = outline?.nodes ?? []

it('offers what the package has', () => {
  const offered = (kind: Parameters<typeof stepChoices>[2], setting: Parameters<typeof stepChoices>[3]) =>
    stepChoices(birth, nodes, kind, setting, '')
  expect(offered('notify', 'ref')).toContain('registered')
  expect(offered('check', 'form')).toContain('parentage-check')
  expect(offered('decide', 'decision')).toContain('eligibility')
  expect(offered('ask-register', 'ref')).toEqual(expect.arrayContaining(['*', 'statedFather']))
  expect(offered('issue-document', 'ref')).toEqual(['*', 'birth-certificate'])
  expect(offered('check', 'escalate')).toEqual(['{"to":"head"}'])
  expect(offered('check', 'returns-to')).toContain('ask-mother')
  expect(offered('record-act', 'ref')).toContain('decision')
  expect(offered('check', 'stage').slice(0, 2)).toEqual(['registration', 'name'])
  expect(stageName(birth, 'en', 'name')).toBe('The name is being chosen')
  expect(stageName(birth, 'kk', 'unknown')).toBe('unknown')
  expect(stepChoices(new Map(), [], 'check', 'stage', '')).toContain('review')
  expect(stepChoices(birth, nodes, 'notify', 'ref', 'gone')).toContain('gone')
  expect(stepChoices(new Map([['sources.json', '{']]), [], 'ask-register', 'ref', '')).toEqual(['*'])
})

it('names nodes in the words of the package, and writes them there', () => {
  const names = nodeNames(birth, 'kk')
  const [node] = nodes.filter(({ id }) => names.has(id))
  if (node === undefined) throw new Error('no name')
  expect(nameOf(node, names)).toBe(names.get(node.id))
  const written = withNodeName(birth, 'kk', node.id, 'Басқаша')
  const after = new Map([...birth, ...Object.entries(written ?? {})])
  expect(nodeNames(after, 'kk').get(node.id)).toBe('Басқаша')
  const before = birth.get('messages/kk.json')
  const back = withNodeName(after, 'kk', node.id, names.get(node.id) ?? '')
  expect(back).toEqual({ 'messages/kk.json': before })
  expect(
    nodeNames(new Map([...birth, ...Object.entries(withNodeName(birth, 'kk', node.id, '') ?? {})]), 'kk').has(node.id),
  ).toBe(false)
  expect(withNodeName(new Map(), 'kk', 'a', 'b')).toBeNull()
})

it('reads and writes terms', () => {
  expect(termParts('{"workingDays":10}')).toEqual({ unit: 'workingDays', text: '10' })
  expect(termParts('= hearing.within')).toEqual({ unit: 'feel', text: 'hearing.within' })
  expect(termParts('{"workingDays":1,"hours":2}')).toEqual({ unit: 'feel', text: '{"workingDays":1,"hours":2}' })
  expect(termParts(undefined)).toEqual({ unit: 'none', text: '' })
  for (const term of ['{"workingDays":10}', '{"calendarDays":3}', '= hearing.within', '{"workingDays":1,"hours":2}'])
    expect(termText(termParts(term))).toBe(term)
  expect(termText({ unit: 'none', text: '' })).toBeNull()
  expect(termText({ unit: 'workingDays', text: 'many' })).toBe('{"workingDays":1}')
})

it('tells why a process could not run, at its element, in three languages', async () => {
  const xml = filesOf('processes/standard-information').get('process.bpmn') ?? ''
  const read = await parseProcess(await removeFlow(xml, 'told-awaited'))
  expect(read.ok).toBe(true)
  const broken = await parseProcess(await removeFlow(xml, 'begin'))
  const problems = broken.ok ? [] : broken.problems
  expect(problems.map(({ code, element }) => `${code} ${element}`)).toContain('not-reached term-stands')
  for (const language of ['en', 'ru', 'kk'] as const) {
    const say = sayProcess(language)
    for (const code of Object.keys(problemCodes) as (keyof typeof problemCodes)[]) {
      const words = problemWords(say, { code, element: 'a', params: {} })
      expect(words, code).not.toMatch(/[{}]|undefined/u)
    }
    expect(stuckWords(say, 'no-flow-taken')).not.toContain('no-flow-taken')
    expect(stuckWords(say, 'too-many-tokens')).toContain('too-many-tokens')
  }
})

it('finds what conditions, timers and terms look at', async () => {
  const read = await outlineOf(filesOf('processes/standard-information').get('process.bpmn') ?? '')
  expect(
    readPaths(read?.nodes ?? [])
      .map(path => path.join('.'))
      .sort(),
  ).toEqual(['informationRequest.endsAt', 'suspension.asked', 'suspension.open'])
  expect(readPaths(nodes).length).toBeGreaterThan(0)
})

it('supposes work and people, and says what comes of it', async () => {
  const xml = filesOf('processes/standard-information').get('process.bpmn') ?? ''
  const checked = await addStep(xml, 'give-information', { kind: 'check', name: 'Check' })
  const read = await parseProcess(checked)
  const [process] = read.ok ? (read.processes as [Process]) : []
  if (process === undefined) throw new Error('no process')
  expect(workOf(process)).toEqual([
    { node: 'give-information', role: 'applicant' },
    { node: 'check', role: 'case-worker' },
  ])
  expect(rolesOf(process)).toEqual(['case-worker'])
  const run = (staff: number) => {
    const data = { informationRequest: { endsAt: '2027-01-01T00:00:00Z' } }
    const supposed = { perDay: 30, minutes: { check: 60 }, staff: { 'case-worker': staff } }
    const outcome = simulateScenario([process], usualScenario(process, supposed, data, 2026))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
    return outcome.result
  }
  const [few, many] = [run(1), run(8)]
  expect(few.time?.count).toBe(200)
  expect(few.pools[0]?.waiting?.mean ?? 0).toBeGreaterThan(many.pools[0]?.waiting?.mean ?? 0)
  expect(few.time?.p50 ?? 0).toBeGreaterThan(many.time?.p50 ?? 0)
})
