/** One element of a file of the Russian state address register (ГАР), as far as it says something of an address. */
export type GarRecord = { readonly line: number } & (
  | ({ readonly kind: 'object'; readonly level: number; readonly name: string; readonly type: string } & GarThing)
  | ({ readonly kind: 'house'; readonly numbers: readonly HouseNumber[] } & GarThing)
  | ({ readonly kind: 'flat'; readonly number: string; readonly type: string } & GarThing)
  | ({
      readonly kind: 'link'
      readonly hierarchy: 'administrative' | 'municipal'
      readonly parent: string | null
    } & GarTerm)
  | ({ readonly kind: 'parameter'; readonly type: string; readonly value: string } & GarTerm)
  | { readonly kind: 'level'; readonly level: number; readonly name: string }
  | { readonly kind: 'house-type'; readonly id: string; readonly short: string; readonly name: string }
)

/** A number of a house with the id of its kind (house, building, block …); null where it is the plain number. */
export interface HouseNumber {
  readonly type: string | null
  readonly number: string
}

interface GarTerm {
  readonly object: string
  readonly from: string | null
  /** Last day; null while it holds. */
  readonly until: string | null
  readonly isActive: boolean
}

interface GarThing extends GarTerm {
  readonly guid: string
}

/** An element that cannot be taken, with its line and the attribute that is missing or wrong. */
export interface GarFault {
  readonly line: number
  readonly code: 'xml.broken' | 'xml.not-gar' | 'attribute.missing' | 'attribute.wrong'
  readonly attribute: string | null
}

type Attributes = Readonly<Record<string, string | undefined>>
/** Takes attributes apart and collects what is wrong with them. */
export interface AttributeReader {
  /** The text of an attribute that must be there. */
  must: (name: string, pattern?: RegExp) => string
  may: (name: string) => string
  date: (name: string) => string | null
}

/** ГАР says `2079-06-06` for "no end". */
const noEnd = '2079-06-06'
const number = /^\d{1,20}$/
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Reads the attributes of one element; `faults` gets the names of those that are missing or wrong. */
export function attributeReader(
  attributes: Attributes,
  faults: { code: 'attribute.missing' | 'attribute.wrong'; attribute: string }[],
): AttributeReader {
  const may = (name: string) => (attributes[name] ?? '').trim()
  return {
    may,
    must(name, pattern) {
      const text = may(name)
      if (text === '') faults.push({ code: 'attribute.missing', attribute: name })
      else if (pattern !== undefined && !pattern.test(text)) faults.push({ code: 'attribute.wrong', attribute: name })
      return text
    },
    date(name) {
      const text = may(name).slice(0, 10)
      if (text === '') return null
      const day = new Date(`${text}T00:00:00Z`)
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()))
        faults.push({ code: 'attribute.wrong', attribute: name })
      return text
    },
  }
}

function termOf({ must, may, date }: AttributeReader) {
  const until = date('ENDDATE')
  return {
    object: must('OBJECTID', number),
    from: date('STARTDATE'),
    until: until === null || until >= noEnd ? null : until,
    isActive: may('ISACTIVE') !== '0' && may('ISACTUAL') !== '0',
  }
}

const thingOf = (read: AttributeReader) => ({ ...termOf(read), guid: read.must('OBJECTGUID', guid).toLowerCase() })

function numbersOf({ may }: AttributeReader): HouseNumber[] {
  const told = [
    { type: may('HOUSETYPE') || null, number: may('HOUSENUM') },
    { type: may('ADDTYPE1') || null, number: may('ADDNUM1') },
    { type: may('ADDTYPE2') || null, number: may('ADDNUM2') },
  ]
  return told.filter(({ number: text }) => text !== '')
}

const linkOf = (read: AttributeReader, hierarchy: 'administrative' | 'municipal') => {
  const parent = read.may('PARENTOBJID')
  return { kind: 'link' as const, hierarchy, parent: parent === '' || parent === '0' ? null : parent, ...termOf(read) }
}

/** What an element of a file says; null for one that says nothing of addresses. By the name of the root and of the element. */
export function garRecordOf(root: string, element: string, line: number, read: AttributeReader): GarRecord | null {
  switch (`${root}/${element}`) {
    case 'ADDRESSOBJECTS/OBJECT': {
      const level = Number(read.must('LEVEL', number))
      return { line, kind: 'object', level, name: read.must('NAME'), type: read.may('TYPENAME'), ...thingOf(read) }
    }
    case 'HOUSES/HOUSE':
      return { line, kind: 'house', numbers: numbersOf(read), ...thingOf(read) }
    case 'APARTMENTS/APARTMENT':
      return { line, kind: 'flat', number: read.must('NUMBER'), type: read.may('APARTTYPE'), ...thingOf(read) }
    case 'ITEMS/ITEM':
      return { line, ...linkOf(read, read.may('OKTMO') === '' ? 'administrative' : 'municipal') }
    case 'PARAMS/PARAM':
      return { line, kind: 'parameter', type: read.must('TYPEID', number), value: read.must('VALUE'), ...termOf(read) }
    case 'OBJECTLEVELS/OBJECTLEVEL':
      return { line, kind: 'level', level: Number(read.must('LEVEL', number)), name: read.must('NAME') }
    case 'HOUSETYPES/HOUSETYPE':
    case 'ADDHOUSETYPES/ADDHOUSETYPE': {
      const name = read.must('NAME')
      return { line, kind: 'house-type', id: read.must('ID', number), short: read.may('SHORTNAME') || name, name }
    }
    default:
      return null
  }
}

/** The roots of the files that are read; others of the register (plots, garages, history, documents) say nothing that is kept. */
export const garRoots: ReadonlySet<string> = new Set([
  'ADDRESSOBJECTS',
  'HOUSES',
  'APARTMENTS',
  'ITEMS',
  'PARAMS',
  'OBJECTLEVELS',
  'HOUSETYPES',
  'ADDHOUSETYPES',
])
