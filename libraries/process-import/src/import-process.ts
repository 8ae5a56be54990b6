import { checkFeel, type JsonObject, parseProcess } from '@tereze/bpmn'
import { DataNames } from './data-names.ts'
import { FormBook, type FormFile } from './forms/form-book.ts'
import { nameData } from './forms/name-data.ts'
import { emptyData, type Written, writeForm } from './forms/write-forms.ts'
import { extensions, type Importing, inner, setOurs, vendorAttribute } from './importing.ts'
import { kebabOf, Unique } from './names.ts'
import { renameIds } from './rename-ids.ts'
import { type ImportReport, Ledger, type Missing, type Renamed } from './report.ts'
import { translateExpressions } from './rules/expressions.ts'
import { mapElement } from './rules/map-element.ts'
import { stripForeign } from './strip.ts'
import { enterUnits } from './units.ts'
import { bpmnUri, terezeUri } from './vendors.ts'
import { Words } from './words.ts'
import { allIn, elementsIn, plainValue, textIn, type XmlElement } from './xml/element.ts'
import { readXml } from './xml/read-xml.ts'
import { writeXml } from './xml/write-xml.ts'

/** What is imported: the text of a BPMN file, and the forms that go with it. */
export interface ImportInput {
  readonly xml: string
  readonly forms?: readonly FormFile[]
}

/** What an import gives: the files of a process package by path (none when the file is no BPMN), and the report. */
export interface ImportResult {
  /** Id of the package. */
  readonly id: string
  readonly files: Readonly<Record<string, string>>
  readonly report: ImportReport
}

const languages = ['en', 'ru', 'kk'] as const

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

function refusedWhole(reason: 'not-xml' | 'not-bpmn'): ImportResult {
  const refused = [{ element: 'definitions', reason }]
  return { id: '', files: {}, report: { mapped: [], listed: [], refused, missing: [], renamed: [], untranslated: [] } }
}

function laneRolesOf(root: XmlElement): ReadonlyMap<string, string> {
  const roles = new Map<string, string>()
  for (const lane of allIn(root)) {
    if (lane.local !== 'lane' || lane.uri !== bpmnUri) continue
    const role = lane.attributes.find(({ uri, local }) => uri === terezeUri && local === 'role')?.value
    const name = role ?? kebabOf(plainValue(lane, 'name') ?? '', '')
    if (name === '') continue
    for (const member of elementsIn(lane)) if (member.local === 'flowNodeRef') roles.set(textIn(member), name)
  }
  return roles
}

function initiatorsOf(root: XmlElement): ReadonlySet<string> {
  return new Set([...allIn(root)].flatMap(element => vendorAttribute(element, 'camunda', 'initiator')?.value ?? []))
}

function versionOf(importing: Importing, process: XmlElement): string {
  const [element] = extensions(process, 'zeebe', 'versionTag')
  const tag = vendorAttribute(process, 'camunda', 'versionTag') ?? inner(element, 'value')
  if (!tag || !/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(tag.value)) return '1.0.0'
  importing.ledger.tell(tag, { to: 'process.json version' })
  importing.ledger.tell(element, { to: 'process.json version' })
  return tag.value
}

function sayTasks(root: XmlElement, words: Words): void {
  for (const task of allIn(root)) {
    const id = task.local === 'userTask' && task.uri === bpmnUri ? plainValue(task, 'id') : undefined
    if (id !== undefined) words.say(`task.${id}`, plainValue(task, 'name') ?? id)
  }
}

async function engineProblems(xml: string, ledger: Ledger, before: ReadonlyMap<string, string>): Promise<void> {
  const parsed = await parseProcess(xml, { check: checkFeel })
  if (parsed.ok) return
  for (const { element, code } of parsed.problems) ledger.refuse(before.get(element) ?? element, code)
}

interface Card {
  readonly id: string
  readonly version: string
  readonly title: string
}

function packageFiles(card: Card, xml: string, data: object, forms: ReadonlyMap<string, JsonObject>, words: Words) {
  const { id, version } = card
  const needs = { decisions: [], notices: [], forms: [...forms.keys()] }
  return Object.fromEntries([
    ['process.json', json({ format: 1, id, version, title: 'message:title', kind: 'service', stages: [id], needs })],
    ['process.bpmn', xml],
    [
      'data.schema.json',
      json({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `urn:tereze:process:${id}:${version.split('.')[0]}`,
        ...data,
      }),
    ],
    ...[...forms].map(([form, layout]) => [`forms/${form}.form.json`, json(layout)]),
    ...languages.map(language => [`messages/${language}.json`, words.file()]),
  ]) as Record<string, string>
}

/** The process that a file is imported for: its first executable one. */
function mainProcess(root: XmlElement): XmlElement | undefined {
  const all = elementsIn(root).filter(({ local, uri }) => local === 'process' && uri === bpmnUri)
  return all.find(process => plainValue(process, 'isExecutable') !== 'false') ?? all[0]
}

/**
 * Turns a model of Camunda 7 or 8 and its forms into a process package. What has a meaning here is mapped, everything
 * else is listed, what cannot run is refused; nothing is dropped in silence. The package is written also when something
 * is refused, so that a person can go on from there.
 */
export async function importProcess({ xml, forms: files = [] }: ImportInput): Promise<ImportResult> {
  const read = readXml(xml)
  if ('problem' in read) return refusedWhole('not-xml')
  const { root } = read
  const process = mainProcess(root)
  if (root.local !== 'definitions' || root.uri !== bpmnUri || !process) return refusedWhole('not-bpmn')
  const ledger = new Ledger()
  enterUnits(ledger, root)
  const missing: Missing[] = []
  const forms = new FormBook(ledger, new Unique(), files)
  const importing = { ledger, forms, missing, initiators: initiatorsOf(root), laneRoles: laneRolesOf(root) }
  const version = versionOf(importing, process)
  for (const element of allIn(process)) if (element.local === 'process') mapElement(importing, element)
  for (const element of [...allIn(root)]) if (element !== process) mapElement(importing, element)
  const names = new DataNames()
  const words = new Words()
  const written: Written = { names, words, ledger, missing, data: emptyData() }
  const title = plainValue(process, 'name')?.trim() || (plainValue(process, 'id') ?? 'process')
  words.say('title', title)
  const drafts = forms.all()
  for (const draft of drafts) nameData(draft.items, names)
  const layouts = new Map(drafts.flatMap(draft => entryOf(draft.id, writeForm(written, draft))))
  const renamed = renameIds(root)
  translateExpressions(root, names)
  stripForeign(root)
  if (!root.attributes.some(({ name }) => name === 'xmlns:tereze'))
    root.attributes.push({ name: 'xmlns:tereze', local: 'tereze', uri: 'prefix:xmlns', value: terezeUri })
  const id = kebabOf(plainValue(process, 'id') ?? '', 'process')
  markStage(process, id)
  words.say(`stage.${id}`, title)
  sayTasks(root, words)
  const model = writeXml(root)
  await engineProblems(model, ledger, new Map([...renamed].map(([from, to]) => [to, from])))
  return {
    id,
    files: packageFiles({ id, version, title }, model, written.data, layouts, words),
    report: { ...ledger.close(), missing, renamed: allRenamed(renamed, names, forms), untranslated: words.keys() },
  }
}

function entryOf(id: string, layout: JsonObject | undefined): [string, JsonObject][] {
  return layout === undefined ? [] : [[id, layout]]
}

function markStage(process: XmlElement, stage: string): void {
  for (const element of elementsIn(process)) if (element.local === 'startEvent') setOurs(element, 'stage', stage)
}

function allRenamed(ids: ReadonlyMap<string, string>, names: DataNames, forms: FormBook): readonly Renamed[] {
  return [
    ...[...ids].map(([from, to]) => ({ kind: 'element' as const, from, to })),
    ...names.renamed().map(({ from, to }) => ({ kind: 'data' as const, from, to })),
    ...forms.renamed.map(({ from, to }) => ({ kind: 'form' as const, from, to })),
  ]
}
