import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDocument, writeDocument } from '../document/document.ts'
import type { Process } from '../model/process.ts'
import { parseProcess } from '../read/parse-process.ts'
import { connectSteps, removeFlow, setCondition, setDefaultFlow } from './edit-flows.ts'
import { setElementName, setStepSetting, setWait } from './edit-settings.ts'
import { addStep, addTimeLimit, removeStep } from './edit-steps.ts'
import { emptyProcess } from './empty-process.ts'
import { outlineOf } from './outline.ts'
import { platformSteps, type StepKind, stepKindOf } from './platform-steps.ts'
import { takePicture } from './take-picture.ts'

const content = new URL('../../../../content/', import.meta.url)
const sources = globSync('**/*.bpmn', { cwd: content }).map(
  path => [path, readFileSync(new URL(path, content), 'utf8')] as const,
)
const standard = readFileSync(new URL('processes/standard-information/process.bpmn', content), 'utf8')

async function processOf(xml: string): Promise<Process> {
  const read = await parseProcess(xml)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.processes[0] as Process
}

/** Everything that a file says, without what BPMN says by default: tags with their attributes in order, and texts, however they are set out. */
function said(xml: string): string[] {
  return [...xml.matchAll(/<([^!?/][^\s/>]*)((?:\s+[^\s=>]+=(?:"[^"]*"|'[^']*'))*)\s*\/?>([^<]*)/gu)].map(
    ([, tag, attributes, text]) =>
      `${tag} ${[...(attributes ?? '').matchAll(/([^\s=]+)=(?:"([^"]*)"|'([^']*)')/gu)]
        .map(
          ([, name, double, single]) =>
            `${name}=${(double ?? single ?? '').replaceAll('&#34;', '"').replaceAll('&quot;', '"')}`,
        )
        .filter(attribute => attribute !== 'cancelActivity=true')
        .sort()
        .join(' ')} ${text?.trim()}`,
  )
}

it.each(sources)('a change keeps the rest of the file: %s', async (_path, xml) => {
  const process = await processOf(xml)
  const document = await readDocument(xml)
  expect(document?.lost).toEqual([])
  expect(said(document === undefined ? '' : await writeDocument(document)).sort()).toEqual(said(xml).sort())
  const outline = await outlineOf(xml)
  expect(new Set(outline?.nodes.map(({ id }) => id))).toEqual(new Set(Object.keys(process.nodes)))
  const task = outline?.nodes.find(node => node.outgoing.length === 1 && stepKindOf(node) !== null)
  const added = await addStep(xml, task?.id ?? '', { kind: 'notify', name: 'Tell' })
  const grown = await processOf(added)
  expect(Object.keys(grown.nodes).filter(id => !(id in process.nodes))).toEqual([
    'notify' in process.nodes ? 'notify-2' : 'notify',
  ])
  expect(Object.keys(process.flows).filter(id => !(id in grown.flows))).toEqual([])
  const back = await processOf(await removeStep(added, 'notify' in process.nodes ? 'notify-2' : 'notify'))
  expect(back).toEqual(process)
})

it('every node of the content is a step that is known, or one that is kept', async () => {
  const kinds = new Set<StepKind | null>()
  for (const [, xml] of sources) for (const node of (await outlineOf(xml))?.nodes ?? []) kinds.add(stepKindOf(node))
  for (const kind of Object.keys(platformSteps)) if (kind !== 'agree') expect(kinds).toContain(kind)
})

it.each(Object.keys(platformSteps) as StepKind[])('puts in a step that runs: %s', async kind => {
  const added = await addStep(standard, 'give-information', { kind, name: 'New' })
  const read = await parseProcess(added)
  // A choice has one way only until another is drawn, and behind an end nothing is reached.
  const process = read.ok ? read.processes[0] : undefined
  const node = process?.nodes[kind]
  if (kind === 'end') expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['not-reached'])
  else {
    expect(node?.name).toBe('New')
    expect(node?.attributes).toMatchObject(platformSteps[kind].settings)
    expect(node?.outgoing).toHaveLength(1)
  }
})

it('an agreement is given by another than the one who did the task before it', async () => {
  const added = await addStep(standard, 'give-information', { kind: 'agree', name: 'Agree' })
  expect((await processOf(added)).nodes.agree?.attributes.otherThan).toBe('give-information')
  const first = await addStep(standard, 'asked', { kind: 'agree', name: 'Agree' })
  expect((await processOf(first)).nodes.agree?.attributes.otherThan).toBeUndefined()
})

it('makes room in the diagram and draws what is new', async () => {
  const added = await addStep(standard, 'give-information', { kind: 'check', name: 'Check' })
  expect(added).toMatch(/bpmnElement="check">\s*<dc:Bounds x="595" y="80" width="110" height="80"/u)
  expect(added).toMatch(/bpmnElement="answered">\s*<dc:Bounds x="792"/u)
  expect(added).toMatch(/bpmnElement="information-overdue">\s*<dc:Bounds x="462"/u)
  expect(added).toMatch(/bpmnElement="given">\s*<di:waypoint x="535" y="120" \/>\s*<di:waypoint x="595" y="120" \/>/u)
})

it('connects and parts, names, sets and takes away', async () => {
  const led = await connectSteps(standard, 'give-information', 'notify-information-asked')
  expect((await processOf(led)).nodes['give-information']?.outgoing).toEqual([
    'given',
    'give-information-to-notify-information-asked',
  ])
  expect(await processOf(await removeFlow(led, 'give-information-to-notify-information-asked'))).toEqual(
    await processOf(standard),
  )
  const named = await processOf(await setElementName(standard, 'give-information', 'Answer & send'))
  expect(named.nodes['give-information']?.name).toBe('Answer & send')
  const role = await setStepSetting(standard, 'give-information', 'role', 'head')
  expect((await processOf(role)).nodes['give-information']?.attributes.role).toBe('head')
  const none = await setStepSetting(role, 'give-information', 'role', null)
  expect((await processOf(none)).nodes['give-information']?.attributes).toEqual({ form: 'information' })
  const condition = await setCondition(standard, 'term-runs', 'suspension.open != true')
  expect(await parseProcess(condition)).toMatchObject({ ok: true })
  expect((await processOf(condition)).flows['term-runs']?.condition).toBe('suspension.open != true')
  const other = await processOf(await setDefaultFlow(condition, 'term-stands-still'))
  expect(other.nodes['term-stands']?.defaultFlow).toBe('term-stands-still')
  expect(other.flows['term-stands-still']?.condition).toBeUndefined()
})

it('waits by a term or until a day, and limits a task', async () => {
  const term = await setWait(standard, 'information-overdue', { kind: 'term', text: '{"workingDays":3}' })
  expect((await processOf(term)).nodes['information-overdue']?.events).toEqual([
    { type: 'timer', timer: { kind: 'term', term: { workingDays: 3 } } },
  ])
  const date = await setWait(term, 'information-overdue', { kind: 'date', text: '= informationRequest.endsAt' })
  expect(await processOf(date)).toEqual(await processOf(standard))
  const limited = await addTimeLimit(standard, 'notify-information-asked', { limit: '10 days', end: 'Over' })
  expect((await processOf(limited)).nodes['notify-information-asked']?.boundaries).toEqual([
    'notify-information-asked-overdue',
  ])
  expect(await processOf(await removeStep(limited, 'notify-information-asked-overdue-end'))).toBeDefined()
})

it('changes a sub-process that is drawn on a plane of its own, there', async () => {
  const xml = emptyProcess('p', { start: 'S', end: 'E' })
    .replace(
      '<bpmn:endEvent',
      '<bpmn:subProcess id="inner"><bpmn:startEvent id="in" /><bpmn:userTask id="work" /><bpmn:sequenceFlow id="go" sourceRef="in" targetRef="work" /></bpmn:subProcess><bpmn:textAnnotation id="note"><bpmn:text>old</bpmn:text></bpmn:textAnnotation><bpmn:endEvent',
    )
    .replace(
      '</bpmn:definitions>',
      '<bpmndi:BPMNDiagram id="other"><bpmndi:BPMNPlane id="other-plane" bpmnElement="inner"><bpmndi:BPMNShape id="work-shape" bpmnElement="work"><dc:Bounds x="10" y="10" width="110" height="80" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>',
    )
  const added = await addStep(xml, 'work', { kind: 'notify', name: 'Tell' })
  expect(added.indexOf('notify-shape')).toBeGreaterThan(added.indexOf('other-plane'))
  expect(await removeStep(added, 'notify')).not.toContain('notify')
  expect(await removeStep(xml, 'work')).not.toContain('work')
  const gone = await removeStep(xml, 'inner')
  expect(gone).not.toMatch(/inner|work|other/u)
  expect(gone).toContain('bpmnElement="start"')
  expect(await takePicture(xml, xml.replace('>old<', '>new<'))).toContain('>new<')
})

it('begins with a process that runs and is drawn', async () => {
  const xml = emptyProcess('new-service', { start: 'A & "B"', end: 'C < D' })
  expect((await processOf(xml)).nodes.start?.name).toBe('A & "B"')
  const grown = await addStep(xml, 'start', { kind: 'ask-register', name: 'Ask' })
  expect((await processOf(grown)).nodes['ask-register']?.outgoing).toHaveLength(1)
  expect(grown).toMatch(/bpmnElement="end">\s*<dc:Bounds x="408"/u)
})

it('leaves alone what it cannot change', async () => {
  expect(await addStep('<a/>', 'x', { kind: 'check', name: '' })).toBe('<a/>')
  expect(await addStep(standard, 'answered', { kind: 'check', name: '' })).toBe(standard)
  expect(await addStep(standard, 'nowhere', { kind: 'check', name: '' })).toBe(standard)
  expect(await connectSteps(standard, 'answered', 'asked')).toBe(standard)
  expect(await removeFlow(standard, 'asked')).toBe(standard)
  expect(await setWait(standard, 'asked', { kind: 'term', text: '1' })).toBe(standard)
  expect(await addTimeLimit(standard, 'asked', { limit: '', end: '' })).toBe(standard)
})

it('tells what a file says in the order in which it is gone through', async () => {
  const outline = await outlineOf(standard)
  expect(outline?.nodes.map(({ id }) => id)).toEqual([
    'asked',
    'term-stands',
    'notify-information-asked',
    'give-information',
    'information-overdue',
    'unanswered',
    'answered',
    'notify-information-awaited',
  ])
  expect(outline?.nodes[1]?.outgoing[1]).toEqual({
    id: 'term-stands-still',
    name: 'yes',
    from: 'term-stands',
    to: 'notify-information-awaited',
    condition: 'suspension.open = true and suspension.asked = true',
    otherwise: false,
  })
  expect(outline?.nodes[4]).toMatchObject({ attachedTo: 'give-information', until: '= informationRequest.endsAt' })
  // A process that could not run is told of too.
  expect((await outlineOf(await removeFlow(standard, 'given')))?.nodes).toHaveLength(8)
  expect(await outlineOf('<a/>')).toBeNull()
})

it('takes over a picture that was changed elsewhere, and nothing that is lost there', async () => {
  const noted = standard
    .replace('<bpmn:userTask', '<!-- why -->\n    <bpmn:userTask')
    .replace('tereze:form="information"', 'tereze:form="information" tereze:stage="requests"')
  const drawn = standard
    .replace('x="425" y="80"', 'x="500" y="180"')
    .replace('name="Give the information"', 'name="Answer"')
    .replace('<di:waypoint x="535" y="120" />', '<di:waypoint x="610" y="220" />')
    .replace(
      'sourceRef="information-overdue" targetRef="unanswered"',
      'sourceRef="information-overdue" targetRef="answered"',
    )
    .replaceAll(/<bpmn:(?:incoming|outgoing)>not-given<\/bpmn:(?:incoming|outgoing)>/gu, '')
  const taken = await takePicture(noted, drawn)
  expect(taken).toContain('<!-- why -->')
  expect(taken).toContain('tereze:stage="requests"')
  expect(taken).toMatch(/x="500" y="180"/u)
  expect(taken).toMatch(/<di:waypoint x="610" y="220" \/>/u)
  expect(taken).toContain('name="Answer"')
  const outline = await outlineOf(taken)
  expect(outline?.nodes.find(({ id }) => id === 'information-overdue')?.outgoing[0]?.to).toBe('answered')
  expect(taken.match(/not-given<\/bpmn:incoming>/gu)).toHaveLength(1)
  expect(await takePicture(noted, noted)).toBe(noted)
  expect(await takePicture(noted, '<a/>')).toBe(noted)
  const bare = standard.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/u, '')
  expect(await takePicture(bare, standard)).toMatch(/bpmnElement="give-information"/u)
})
