import type { Country } from './country.ts'
import type { LocalizedText } from './records.ts'

/** Where a household lives. */
export interface Home {
  readonly address: string
  readonly region: string
}

/** Gives households their homes. */
export interface Addresses {
  /** The home of the n-th household: the next flat of the building of its group. */
  homeOf(household: number): Home
  /** A home of its own in a region. */
  homeIn(region: string): Home
}

interface Street {
  readonly id: string
  readonly code: string
  readonly region: string
  readonly settlement: LocalizedText
  readonly name: LocalizedText
}

interface Building {
  readonly id: string
  readonly code: string
  readonly region: string
  readonly text: LocalizedText
}

const since = '2010-01-01'
const languages = ['en', 'ru', 'kk'] as const

/** Text in each language, made by one function. */
function inEach(write: (language: 'en' | 'ru' | 'kk') => string): LocalizedText {
  const [en, ru, kk] = languages.map(write) as [string, string, string]
  return { en, ru, kk }
}

const joined = (...texts: LocalizedText[]) => inEach(language => texts.map(text => text[language]).join(', '))
const filled = (template: LocalizedText, values: Readonly<Record<string, LocalizedText | string>>) =>
  inEach(language =>
    template[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? ''
      return typeof value === 'string' ? value : value[language]
    }),
  )
const padded = (value: number, digits: number) => String(value).padStart(digits, '0')

/** Adds country, regions, settlements, districts and streets; gives one slot to each street for each unit of its settlement's weight. */
function addStreets(country: Country): Street[] {
  const { parameters } = country
  const add = (data: Readonly<Record<string, unknown>>) => country.add('addresses', 'address', data, since)
  const whole = add({ kind: 'country', name: parameters.countryName, text: parameters.countryName, code: '99' })
  const regions = new Map(
    parameters.regions.map(({ id, code, name }) => [
      id,
      { code, id: add({ kind: 'region', parent: whole, region: id, name, text: name, code }) },
    ]),
  )
  return parameters.settlements.flatMap(({ region, weight, name, districts }, settlementNumber) => {
    const parent = regions.get(region)
    if (!parent) throw new Error(`no region ${region}`)
    const settlementCode = parent.code + padded(settlementNumber + 1, 2)
    const settlement = add({ kind: 'settlement', parent: parent.id, region, name, text: name, code: settlementCode })
    return districts.flatMap((districtName, districtNumber) => {
      const districtCode = settlementCode + padded(districtNumber + 1, 2)
      const text = joined(name, districtName)
      const district = add({
        kind: 'district',
        parent: settlement,
        region,
        name: districtName,
        text,
        code: districtCode,
      })
      return parameters.streets.flatMap((streetName, streetNumber) => {
        const code = districtCode + padded(streetNumber + 1, 2)
        const street = {
          id: add({ kind: 'street', parent: district, region, name: streetName, text: joined(name, streetName), code }),
          code,
          region,
          settlement: name,
          name: streetName,
        }
        return Array.from({ length: Math.max(1, Math.round(weight / districts.length)) }, () => street)
      })
    })
  })
}

/** Lays out the country's streets and hands out flats. Memory does not grow with the number of households. */
export function createAddresses(country: Country): Addresses {
  const { householdsPerBuilding, addressWords } = country.parameters
  const slots = addStreets(country)
  const random = country.random('streets')
  for (let at = slots.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    const kept = slots[at] as Street
    slots[at] = slots[other] as Street
    slots[other] = kept
  }
  const numbers = new Map<string, number>()
  const build = (street: Street): Building => {
    const number = (numbers.get(street.id) ?? 0) + 1
    numbers.set(street.id, number)
    const name = String(number)
    const code = street.code + padded(number, 6)
    const text = joined(street.settlement, filled(addressWords.building, { street: street.name, building: name }))
    const data = {
      kind: 'building',
      parent: street.id,
      region: street.region,
      name: { en: name, ru: name, kk: name },
      text,
      code,
    }
    return { id: country.add('addresses', 'address', data, since), code, region: street.region, text }
  }
  const flat = (building: Building, number: number): Home => {
    const name = filled(addressWords.flat, { flat: String(number) })
    const data = {
      kind: 'flat',
      parent: building.id,
      region: building.region,
      name,
      text: joined(building.text, name),
      code: building.code + padded(number, 3),
    }
    return { address: country.add('addresses', 'address', data, since), region: building.region }
  }
  let current: { readonly group: number; readonly building: Building } | undefined
  return {
    homeOf(household) {
      const group = Math.floor(household / householdsPerBuilding)
      if (current?.group !== group) current = { group, building: build(slots[group % slots.length] as Street) }
      return flat(current.building, (household % householdsPerBuilding) + 1)
    },
    homeIn(region) {
      const street = slots.find(slot => slot.region === region)
      if (!street) throw new Error(`no street in region ${region}`)
      return flat(build(street), 1)
    },
  }
}
