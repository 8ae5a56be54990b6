import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workerServer } from '@tereze/foundation-testing'
import { readStories, runStories, type StoryServer } from '@tereze/server'
import { afterAll, expect, test } from 'vitest'
import { tereze } from '../said.fixture.ts'

const server = workerServer() as StoryServer
const folder = mkdtempSync(join(tmpdir(), 'tereze-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const content = join(folder, 'content')
const from = fileURLToPath(new URL('../../../../content', import.meta.url))
cpSync(from, content, { recursive: true })
const service = join(content, 'services/family/clinic-review')
cpSync(join(from, 'services/family/health-attachment'), service, { recursive: true })
for (const part of ['cases', 'forms']) rmSync(join(service, part), { recursive: true })

const read = (file: string) => JSON.parse(readFileSync(join(service, file), 'utf8'))
const write = (file: string, data: unknown) => writeFileSync(join(service, file), JSON.stringify(data))

const flow = (id: string, source: string, target: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}"/>`
const processWith = (start: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tereze="urn:tereze:bpmn:1" id="d" targetNamespace="urn:tereze:process:clinic-review" expressionLanguage="https://www.omg.org/spec/DMN/20230324/FEEL/">
  <bpmn:message id="complaint" name="complaint about a clinic"/>
  <bpmn:process id="clinic-review" name="Review of an attachment" isExecutable="true">
    ${start}
    <bpmn:serviceTask id="register" name="Register" tereze:step="record-act" tereze:ref="registration" tereze:stage="registration"/>
    <bpmn:adHocSubProcess id="look-into" name="What to look into" tereze:role="case-worker" tereze:stage="review">
      <bpmn:userTask id="visit" name="Visit the clinic" tereze:role="case-worker"/>
      <bpmn:userTask id="call" name="Call the family" tereze:role="case-worker"/>
    </bpmn:adHocSubProcess>
    <bpmn:endEvent id="done" name="Looked into"/>
    ${flow('begin', 'begun', 'register')}${flow('registered', 'register', 'look-into')}${flow('looked-into', 'look-into', 'done')}
  </bpmn:process>
</bpmn:definitions>`
const byMessage =
  '<bpmn:startEvent id="begun" name="Complained" tereze:applicant="=result.person"><bpmn:messageEventDefinition messageRef="complaint"/></bpmn:startEvent>'
const everyMonth =
  '<bpmn:startEvent id="begun" name="Every month" tereze:register="clinic-attachments" tereze:applicant="=if result.record.status = &quot;active&quot; then result.record.person else null"><bpmn:timerEventDefinition><bpmn:timeCycle>R/P1M</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>'

// Whose records begin cases must be open to the platform.
const attachments = join(content, 'registers/clinic-attachments/register.json')
const register = JSON.parse(readFileSync(attachments, 'utf8'))
register.access.push({ who: 'system', may: ['search'], ground: 'act:health/15' })
writeFileSync(attachments, JSON.stringify(register))

const { form: _, ...card } = read('service.json')
write('service.json', {
  ...card,
  id: 'clinic-review',
  situations: [],
  starts: ['automatic'],
  process: 'own',
  department: '"north"',
})
for (const file of ['sources.json', 'records.json']) write(file, [])
for (const [language, names] of [
  ['en', ['What to look into', 'Visit the clinic', 'Call the family']],
  ['ru', ['Что выяснить', 'Посетить клинику', 'Позвонить семье']],
  ['kk', ['Нені анықтау керек', 'Емханаға бару', 'Отбасына қоңырау шалу']],
] as const) {
  const [lookInto, visit, call] = names
  const own = { 'task.look-into': lookInto, 'task.visit': visit, 'task.call': call }
  write(`messages/${language}.json`, { ...read(`messages/${language}.json`), ...own })
}

const people = [
  {
    as: 'mother',
    name: { family: 'Жайлауова', given: 'Әлия' },
    born: '1994-04-11',
    sex: 'female',
    region: 'north',
    language: 'kk',
  },
  { as: 'worker', official: { organisation: 'health', department: 'north', role: 'case-worker' } },
]
const common = { format: 1, clock: '2026-03-02T09:00:00+05:00', calendar: 'demo' }

async function tellOf(story: Record<string, unknown>) {
  mkdirSync(join(service, 'cases'), { recursive: true })
  write('cases/begun.case.json', { ...common, ...story })
  const stories = (await readStories(content)).filter(({ of }) => of === 'clinic-review')
  return runStories(server, content, stories)
}

test('a story begins by a message, and its official chooses what is done', async () => {
  writeFileSync(join(service, 'process.bpmn'), processWith(byMessage))
  const [told] = await tellOf({
    story: 'Somebody complains about the clinic, and an official looks into it',
    given: { people },
    steps: [
      { who: 'worker', correlates: 'complaint about a clinic', key: 'C-7', with: { person: '@mother' } },
      { who: 'worker', begins: 'visit' },
      { who: 'worker', begins: 'call', at: 'P1D' },
      { who: 'worker', does: 'visit', with: {} },
    ],
    // biome-ignore lint/suspicious/noThenProperty: what a story expects is called so in its format
    then: {
      status: 'in-progress',
      path: ['registration', 'review'],
      acts: ['registration'],
      tasks: [
        { id: 'look-into', role: 'case-worker' },
        { id: 'call', role: 'case-worker' },
      ],
    },
  })
  expect(told?.differences).toEqual([])
  const checked = await tereze('check', service)
  expect(checked.out).toContain('nothing wrong')
}, 120_000)

test('a story begins by time, for the record that it gives', async () => {
  writeFileSync(join(service, 'process.bpmn'), processWith(everyMonth))
  const data = { person: '@mother', clinic: 'clinic-north-1', region: 'north', from: '2026-03-01', status: 'active' }
  const [told] = await tellOf({
    story: 'Every month the attachments to clinics are looked into',
    given: { people, records: [{ as: 'attachment', register: 'clinic-attachments', data }] },
    steps: [{ passes: 'P32D' }, { who: 'worker', begins: 'call' }],
    // biome-ignore lint/suspicious/noThenProperty: what a story expects is called so in its format
    then: {
      status: 'in-progress',
      tasks: [
        { id: 'look-into', role: 'case-worker' },
        { id: 'call', role: 'case-worker' },
      ],
    },
  })
  expect(told?.differences).toEqual([])
}, 120_000)
