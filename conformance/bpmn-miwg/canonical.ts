import { Parser } from 'saxen'
import { isDefault } from './defaults.ts'

/** An XML element by its namespace and local name, freed of prefixes, of the order of attributes and of layout. */
export interface Canonical {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Canonical[]
  text: string
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()

interface Scope {
  readonly byPrefix: ReadonlyMap<string, string>
  readonly element: Canonical
}

/** Values that are qualified names, which mean the same under another prefix. */
const qualified: ReadonlySet<string> = new Set(['{}structureRef', '{}itemSubjectRef'])

const model = '{http://www.omg.org/spec/BPMN/20100524/MODEL}'
const xsiType = '{http://www.w3.org/2001/XMLSchema-instance}type'
const point = '{http://www.omg.org/spec/DD/20100524/DC}Point'

/** Two ways of writing the same: an element of its substitution group, and a type that the schema gives anyway. */
function oneWay(name: string, attributes: Map<string, string>): string {
  if (attributes.get(xsiType) === point) attributes.delete(xsiType)
  if (name !== `${model}formalExpression`) return name
  attributes.set(xsiType, `${model}tFormalExpression`)
  return `${model}expression`
}

type Expand = (text: string, bare: string) => string

function valueAs(name: string, value: string, expand: Expand, own: string): string {
  if (name === xsiType) return expand(value, own)
  return qualified.has(name) && value.includes(':') ? expand(value, '') : collapse(value)
}

/** Reads XML into canonical elements. */
export function canonical(xml: string): Canonical {
  const root: Canonical = { name: '', attributes: new Map(), children: [], text: '' }
  const stack: Scope[] = [{ byPrefix: new Map([['xml', 'xml']]), element: root }]
  const parser = new Parser()
  const top = () => stack.at(-1) ?? { byPrefix: new Map<string, string>(), element: root }
  parser.on('openTag', (name, attributes, decode) => {
    const raw: Record<string, string> = attributes() || {}
    const byPrefix = new Map(top().byPrefix)
    for (const [key, value] of Object.entries(raw)) {
      if (key === 'xmlns') byPrefix.set('', value)
      else if (key.startsWith('xmlns:')) byPrefix.set(key.slice(6), value)
    }
    const expand = (text: string, bare: string) => {
      const at = text.indexOf(':')
      const uri = at < 0 ? bare : byPrefix.get(text.slice(0, at))
      return uri === undefined ? text : `{${uri}}${text.slice(at + 1)}`
    }
    const values = new Map(
      Object.entries(raw)
        .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
        .map(([key, value]): [string, string] => [
          expand(key, ''),
          valueAs(expand(key, ''), decode(value), expand, byPrefix.get('') ?? ''),
        ]),
    )
    const element: Canonical = {
      name: oneWay(expand(name, byPrefix.get('') ?? ''), values),
      attributes: values,
      children: [],
      text: '',
    }
    top().element.children.push(element)
    stack.push({ byPrefix, element })
  })
  parser.on('closeTag', () => void stack.pop())
  parser.on('text', (text, decode) => {
    top().element.text += decode(text)
  })
  parser.on('cdata', text => {
    top().element.text += text
  })
  parser.on('error', error => {
    throw error
  })
  // The parser knows no space around the equals sign.
  parser.parse(xml.replace(/([\w:.-])\s*=\s*(["'])/g, '$1=$2'))
  const [only] = root.children
  if (!only) throw new Error('no element')
  return only
}

function idOf(element: Canonical): string {
  return element.attributes.get('{}id') ?? element.attributes.get('id') ?? ''
}

/** Order has meaning among equal elements only; references and elements of other names may change places. */
function sorted(children: readonly Canonical[]): readonly Canonical[] {
  return [...children].sort((a, b) => a.name.localeCompare(b.name) || idOf(a).localeCompare(idOf(b)))
}

/** Equal as text or as numbers, or one absent and the other what the schema says then. */
function sameValue(name: string, was: string | undefined, is: string | undefined): boolean {
  if (was === undefined || is === undefined) return isDefault(name, was ?? is ?? '')
  return was === is || (was !== '' && is !== '' && Number(was) === Number(is))
}

/** What one element has and the other has not, as paths; nothing when they say the same. */
export function differences(before: Canonical, after: Canonical, path = ''): readonly string[] {
  const here = `${path}/${before.name.replace(/^\{.*\}/, '')}${idOf(before) ? `[${idOf(before)}]` : ''}`
  if (before.name !== after.name) return [`${here}: became ${after.name}`]
  const found: string[] = []
  for (const key of new Set([...before.attributes.keys(), ...after.attributes.keys()])) {
    const [was, is] = [before.attributes.get(key), after.attributes.get(key)]
    if (!sameValue(key.replace(/^\{.*\}/, ''), was, is))
      found.push(`${here} ${key}: ${was ?? 'absent'} became ${is ?? 'absent'}`)
  }
  if (collapse(before.text) !== collapse(after.text)) found.push(`${here}: text changed`)
  const [were, are] = [sorted(before.children), sorted(after.children)]
  if (were.length !== are.length) {
    const names = (list: readonly Canonical[]) =>
      list.map(child => `${child.name.replace(/^\{.*\}/, '')}[${idOf(child)}]`)
    const rest = names(are)
    const lost = names(were).filter(name => {
      const at = rest.indexOf(name)
      if (at >= 0) rest.splice(at, 1)
      return at < 0
    })
    return [...found, `${here}: lost ${lost.join(', ') || 'nothing'}, gained ${rest.join(', ') || 'nothing'}`]
  }
  for (const [index, child] of were.entries()) {
    const other = are[index]
    if (other) found.push(...differences(child, other, here))
  }
  return found
}
