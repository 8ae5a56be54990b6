import { parse } from '@tereze/dmn'
import { type LineageEdge, type LineageGraph, type LineageNode, type LineageStage, meantBy } from '@tereze/meta-model'
import type { Package, Packages } from '../contract/packages.ts'
import { conceptsOf, schemasOf } from './concepts-of.ts'
import { readsOf, templateReads } from './template-reads.ts'

type Json = Readonly<Record<string, unknown>>
type Path = readonly string[]

const below = (place: string, whole: string) => place === whole || place.startsWith(`${whole}/`)
/** A pointer without the marks of list elements: FEEL paths go through lists. */
const plain = (place: string) => place.replaceAll('/*', '')
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A graph that is being drawn: nodes and edges once each. */
class Drawing {
  readonly nodes = new Map<string, LineageNode>()
  readonly edges = new Map<string, LineageEdge>()

  node(stage: LineageStage, of: Package, place: string, concept: string | null = null): LineageNode {
    const id = `${stage}:${of.id}#${place}`
    const known = this.nodes.get(id)
    if (known !== undefined) return known
    const node = { id, stage, package: { kind: of.kind, id: of.id }, place, concept }
    this.nodes.set(id, node)
    return node
  }

  edge(from: LineageNode, to: LineageNode): void {
    if (from !== to) this.edges.set(`${from.id} ${to.id}`, { from: from.id, to: to.id })
  }

  /** From fields to fields: where both have the same meaning; where none has, from the whole to the one place that it fills. */
  pass(from: readonly LineageNode[], to: readonly LineageNode[]): void {
    let passed = false
    for (const source of from)
      for (const target of to)
        if (source.concept !== null && source.concept === target.concept) {
          this.edge(source, target)
          passed = true
        }
    const [first] = from
    const [only] = to
    if (!passed && first !== undefined && only !== undefined) this.edge(first, only)
  }
}

/** The fields of a package as nodes, without repetitions. */
function fieldNodes(draw: Drawing, packages: Packages, pack: Package, stage: LineageStage): LineageNode[] {
  const concepts = conceptsOf(packages)
  const nodes = schemasOf(pack).flatMap(({ at, fields }) =>
    meantBy(fields, concepts).map(({ field, concept }) => draw.node(stage, pack, `${at}${field.path}`, concept.id)),
  )
  return [...new Set(nodes)]
}

interface Drawn {
  readonly draw: Drawing
  readonly packages: Packages
  readonly fields: ReadonlyMap<string, readonly LineageNode[]>
}

/** The fields of a register that a path reads: a column by its name, or a member of the record. */
function registerFields({ packages, fields }: Drawn, register: string, path: Path): readonly LineageNode[] {
  const all = fields.get(`register:${register}`) ?? []
  const [name] = path
  if (name === undefined) return all
  const columns = listOf(packages.find('register', register)?.json.get('register.json')?.indexes)
  const column = columns.find(index => index.name === name)
  const pointer = all.some(({ place }) => below(plain(place), `/${path.join('/')}`))
    ? `/${path.join('/')}`
    : textOf(column?.pointer)
  return pointer === '' ? [] : all.filter(({ place }) => below(plain(place), plain(pointer)))
}

/** A contract: what its answer takes from registers, and what it writes into one. */
function drawContract(drawn: Drawn, pack: Package): void {
  const { draw, fields } = drawn
  const serves = (pack.json.get('contract.json')?.serves ?? {}) as Json
  const own = fields.get(`contract:${pack.id}`) ?? []
  const at = (whole: string) => own.filter(({ place }) => below(plain(place), plain(whole)))
  const found = new Map(listOf(serves.find).map(find => [textOf(find.as), textOf(find.register)]))
  for (const { target, reads } of templateReads(serves.answer))
    for (const [head = '', ...rest] of reads) {
      const register = found.get(head)
      if (register !== undefined) draw.pass(registerFields(drawn, register, rest), at(`/response${target}`))
    }
  const topic = (serves.topic ?? {}) as Json
  for (const { target, reads } of templateReads(topic.message))
    for (const [head, ...rest] of reads)
      if (head === 'record') draw.pass(registerFields(drawn, textOf(topic.register), rest), at(`/response${target}`))
  const written = textOf(serves.register)
  for (const { target, reads } of templateReads(serves.record))
    for (const path of reads)
      if (path[0] === 'request')
        draw.pass(at(`/request/${path.slice(1).join('/')}`), registerFields(drawn, written, target.slice(1).split('/')))
}

/** The fields of a case that a path of FEEL reads. */
function caseFields(own: readonly LineageNode[], path: Path): LineageNode[] {
  const named = own.filter(({ place }) => below(plain(place), `/${path.join('/')}`))
  if (named.length > 0) return named
  const whole = own.filter(({ place }) => path.length > 0 && below(`/${path.join('/')}`, plain(place)))
  return whole.length > 0 ? whole : own.filter(({ place }) => below(plain(place), `/${path[0] ?? ''}`))
}

function drawSources(drawn: Drawn, pack: Package, own: readonly LineageNode[]): void {
  const { draw, fields } = drawn
  for (const source of listOf(pack.json.get('sources.json'))) {
    const node = draw.node('source', pack, textOf(source.id))
    const contract = textOf(source.contract).split('@')[0] ?? ''
    const value = textOf(source.value)
    const read = value.startsWith('= ')
      ? readsOf(value.slice(2)).map(path => `/response/${path.slice(1).join('/')}`)
      : ['/response']
    const from =
      contract === ''
        ? registerFields(drawn, textOf(source.register), [])
        : (fields.get(`contract:${contract}`) ?? []).filter(({ place }) => read.some(part => below(plain(place), part)))
    for (const field of from) draw.edge(field, node)
    const into = textOf(source.into)
    if (into !== '') for (const field of own) if (below(field.place, into)) draw.edge(node, field)
  }
}

/** The decisions of a service; gives those that no other decision needs. */
function drawDecisions({ draw }: Drawn, pack: Package, own: readonly LineageNode[]): LineageNode[] {
  const last: LineageNode[] = []
  for (const [file, text] of pack.text) {
    const parsed = file.endsWith('.dmn') ? parse(text) : null
    if (parsed === null || !parsed.ok) continue
    const { inputs, decisions } = parsed.model
    const nodes = new Map<string, LineageNode>()
    for (const { id, name } of inputs) {
      const node = draw.node('decision-input', pack, name)
      nodes.set(`#${id}`, node)
      for (const field of own) if (below(plain(field.place), `/${name}`)) draw.edge(field, node)
    }
    for (const { id, name } of decisions) nodes.set(`#${id}`, draw.node('decision', pack, name))
    const needed = new Set(decisions.flatMap(({ information }) => information))
    for (const { id, information } of decisions) {
      const node = nodes.get(`#${id}`)
      if (node === undefined) continue
      for (const reference of information) {
        const from = nodes.get(reference)
        if (from !== undefined) draw.edge(from, node)
      }
      if (!needed.has(`#${id}`)) last.push(node)
    }
  }
  return last
}

function drawResults(drawn: Drawn, pack: Package, own: readonly LineageNode[], decided: readonly LineageNode[]): void {
  const { draw } = drawn
  const uses = (node: LineageNode, path: Path) => {
    const from = ['decision', 'decisions'].includes(path[0] ?? '') ? decided : caseFields(own, path)
    for (const field of from) draw.edge(field, node)
  }
  for (const [file, document] of pack.json) {
    if (!file.startsWith('documents/')) continue
    const node = draw.node('result', pack, `document/${textOf(document.id)}`)
    for (const { reads } of templateReads(document)) for (const path of reads) uses(node, path)
  }
  for (const payment of listOf(pack.json.get('payments.json'))) {
    const node = draw.node('result', pack, `payment/${textOf(payment.id)}`)
    for (const { reads } of templateReads(payment)) for (const path of reads) uses(node, path)
  }
  for (const record of listOf(pack.json.get('records.json'))) {
    const node = draw.node('result', pack, `record/${textOf(record.id)}`)
    for (const { target, reads } of templateReads(record.data)) {
      for (const path of reads) uses(node, path)
      const fields = registerFields(drawn, textOf(record.register), plain(target).slice(1).split('/'))
      for (const field of fields) draw.edge(node, field)
    }
  }
}

/**
 * The way of all data through the published packages: from the fields of registers through contracts and sources into cases,
 * decisions and results, and from there into registers again. Read from what the packages declare; nothing is run.
 */
export function lineageGraph(packages: Packages): LineageGraph {
  const draw = new Drawing()
  const fields = new Map<string, readonly LineageNode[]>()
  for (const pack of packages.list('register'))
    fields.set(`register:${pack.id}`, fieldNodes(draw, packages, pack, 'register-field'))
  for (const pack of packages.list('contract'))
    fields.set(`contract:${pack.id}`, fieldNodes(draw, packages, pack, 'contract-field'))
  const drawn = { draw, packages, fields }
  for (const pack of packages.list('contract')) drawContract(drawn, pack)
  for (const pack of packages.list('service')) {
    const own = fieldNodes(draw, packages, pack, 'case-field')
    drawSources(drawn, pack, own)
    drawResults(drawn, pack, own, drawDecisions(drawn, pack, own))
  }
  return { nodes: [...draw.nodes.values()], edges: [...draw.edges.values()] }
}
