import type { Fault, Giver, Named, PowerOfAttorney, StatedNumber } from './power-of-attorney.ts'
import { readTree, type XmlNode } from './xml-tree.ts'

const form = 'EMCHD_1'
const space = `urn://x-artefacts/${form}`
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const text = /\S/

/** What a file must have and has not: thrown while it is read, given back as the fault. */
class Faulty extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(`${fault.code} ${fault.element}`)
    this.fault = fault
  }
}

/** An element with the way to it, so that what is wrong in it can be named. */
class Place {
  readonly node: XmlNode
  readonly way: string

  constructor(node: XmlNode, way: string) {
    this.node = node
    this.way = way
  }

  /** The elements of a name in it. */
  all(name: string): Place[] {
    return this.node.children
      .filter(child => child.name === name)
      .map((child, at, every) => new Place(child, `${this.way}/${name}${every.length > 1 ? `[${at + 1}]` : ''}`))
  }

  find(name: string): Place | null {
    return this.all(name)[0] ?? null
  }

  /** The elements of a name that it must have. */
  some(name: string): Place[] {
    const found = this.all(name)
    if (found.length === 0) throw new Faulty({ code: 'missing', element: `${this.way}/${name}` })
    return found
  }

  /** The one element that it must have. */
  one(name: string): Place {
    return this.some(name)[0] as Place
  }

  /** The first of several elements of which it must have one. */
  either(...names: readonly string[]): Place {
    for (const name of names) {
      const found = this.find(name)
      if (found !== null) return found
    }
    throw new Faulty({ code: 'missing', element: `${this.way}/${names.join('|')}` })
  }

  /** An attribute that it must have in this form. */
  attribute(name: string, pattern: RegExp = text): string {
    const value = this.node.attributes[name]
    const element = `${this.way}/@${name}`
    if (value === undefined) throw new Faulty({ code: 'missing', element })
    if (!pattern.test(value)) throw new Faulty({ code: 'malformed', element })
    return value.trim()
  }

  /** Those of its attributes that are numbers of somebody. */
  numbers(...names: readonly string[]): StatedNumber[] {
    return names.flatMap(attribute => {
      const value = this.node.attributes[attribute]?.trim() ?? ''
      return value === '' ? [] : [{ attribute, value }]
    })
  }
}

/** The name of a person under an element of their own data. */
function nameIn(place: Place): string {
  const name = place.one('ФИО')
  const patronymic = name.node.attributes.Отчество?.trim() ?? ''
  return [name.attribute('Фамилия'), name.attribute('Имя'), ...(patronymic === '' ? [] : [patronymic])].join(' ')
}

function organisation(place: Place): Named {
  return { kind: 'organisation', name: place.attribute('НаимОрг'), numbers: place.numbers('ИННЮЛ', 'ОГРН') }
}

function entrepreneur(place: Place): Named {
  const numbers = place.numbers('ОГРНИП', 'ИННФЛ', 'СНИЛС')
  return { kind: 'entrepreneur', name: nameIn(place.one('СведФЛ')), numbers }
}

function person(place: Place): Named {
  return { kind: 'person', name: nameIn(place.one('СведФЛ')), numbers: place.numbers('ИННФЛ', 'СНИЛС') }
}

/** Who acts for an organisation without a power, and so signs what it gives. */
function heads(place: Place): Named[] {
  return place.some('ЛицоБезДов').flatMap(head => {
    const itself = head.all('СвФЛ').map(person)
    const managed = head.all('СВЮЛ').flatMap(manager => manager.some('СвФЛ').map(person))
    const found = [...itself, ...managed, ...head.all('СвИП').map(entrepreneur)]
    if (found.length === 0) throw new Faulty({ code: 'missing', element: `${head.way}/СвФЛ` })
    return found
  })
}

const itself = (named: Named): Giver => ({ ...named, signers: [named] })

/** The giver in an element that names one of the kinds that there are; `names` are those of the kinds in it. */
function giver(
  place: Place,
  names: { readonly organisation: string; readonly entrepreneur: string; readonly person: string },
): Giver {
  const found = place.either(names.organisation, names.entrepreneur, names.person)
  if (found.node.name === names.organisation) return { ...organisation(found.one('СвРосОрг')), signers: heads(found) }
  return itself(found.node.name === names.entrepreneur ? entrepreneur(found) : person(found))
}

/** The delegate in an element. */
function delegate(place: Place): Named {
  const found = place.one('Пред').either('СведФизЛ', 'СведИП', 'СведОрг', 'СведФилиал')
  if (found.node.name === 'СведФизЛ') return person(found)
  return found.node.name === 'СведИП' ? entrepreneur(found) : organisation(found)
}

const givingOn = { 1: 'never', 2: 'once', 3: 'again' } as const

/** Number, days and giving on of a power. */
function terms(place: Place): Pick<PowerOfAttorney, 'number' | 'from' | 'until' | 'givingOn'> {
  const [from, until] = [place.attribute('ДатаВыдДовер', date), place.attribute('СрокДейст', date)]
  if (until < from) throw new Faulty({ code: 'out-of-order', element: `${place.way}/@СрокДейст` })
  const again = place.attribute('ПрПередов', /^[123]$/) as '1' | '2' | '3'
  return { number: place.attribute('НомДовер', uuid).toLowerCase(), from, until, givingOn: givingOn[again] }
}

/** What the power is for: codes, or words. */
function scope(place: Place): Pick<PowerOfAttorney, 'codes' | 'words' | 'jointly'> {
  const jointly = place.attribute('ПрСовмПолн', /^[12]$/) === '1'
  const words = place.find('ТекстПолн')?.node.text.trim() ?? ''
  const codes = place.all('МашПолн').map(one => ({ code: one.attribute('КодПолн'), name: one.attribute('НаимПолн') }))
  if (codes.length === 0 && words === '') throw new Faulty({ code: 'missing', element: `${place.way}/МашПолн` })
  return { jointly, codes, words: words === '' ? null : words }
}

function first(place: Place): PowerOfAttorney {
  const names = { organisation: 'РосОргДовер', entrepreneur: 'ИПДовер', person: 'ФЛДовер' }
  const givers = place.some('СвДоверит').map(one => giver(one.one('Доверит'), names))
  return {
    ...terms(place.one('СвДов')),
    principals: givers.map(({ kind, name, numbers }) => ({ kind, name, numbers })),
    givers,
    delegates: place.some('СвУпПред').map(delegate),
    under: null,
    ...scope(place.one('СвПолн')),
  }
}

/** Who gave the first of the powers that were given on. */
function firstPrincipal(place: Place): Named {
  const found = place.one('ДоверитПерв').either('РосОргДовер', 'ИПДовер', 'ФЛДовер')
  if (found.node.name === 'РосОргДовер') return organisation(found.find('СвРосОрг') ?? found)
  return found.node.name === 'ИПДовер' ? entrepreneur(found) : person(found)
}

function givenOn(place: Place): PowerOfAttorney {
  const names = { organisation: 'РосОргПерПолн', entrepreneur: 'ИППерПолн', person: 'ФЛПерПолн' }
  const original = place.one('СвПервДовер')
  // Given on more than once, the power above is the one before, not the first.
  const before = place.find('СвПередов')
  const under =
    before?.node.attributes.НомДоверN === undefined
      ? original.attribute('НомДоверПерв', uuid)
      : before.attribute('НомДоверN', uuid)
  return {
    ...terms(place.one('СвПереДовер')),
    principals: original.some('СвДоверПерв').map(firstPrincipal),
    givers: place.some('СвПередПолн').map(one => giver(one.one('ПередПолн'), names)),
    delegates: place.some('СвПолучПолн').map(delegate),
    under: under.toLowerCase(),
    ...scope(place.one('СвПолн')),
  }
}

function read(root: XmlNode): PowerOfAttorney {
  const whole = new Place(root, root.name)
  if (root.name !== 'Доверенность' || root.space !== space) throw new Faulty({ code: 'form-other', element: root.name })
  if (whole.attribute('ВерсФорм') !== form) throw new Faulty({ code: 'form-other', element: `${root.name}/@ВерсФорм` })
  const document = whole.one('Документ').either('Довер', 'Передов')
  return document.node.name === 'Довер' ? first(document) : givenOn(document)
}

/** Reads a power of attorney from its file, of the form EMCHD_1; or tells what is wrong with it, and where. */
export function readPowerOfAttorney(xml: string): { readonly power: PowerOfAttorney } | { readonly fault: Fault } {
  const root = readTree(xml)
  if (root === null) return { fault: { code: 'not-xml', element: '' } }
  try {
    return { power: read(root) }
  } catch (error) {
    if (error instanceof Faulty) return { fault: error.fault }
    throw error
  }
}
