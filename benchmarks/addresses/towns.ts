const syllables = [
  'ба',
  'ра',
  'лы',
  'тау',
  'көл',
  'са',
  'ри',
  'но',
  'во',
  'мен',
  'дар',
  'жан',
  'қай',
  'сы',
  'тер',
  'гор',
]
const kinds = [
  { ru: 'улица', kk: 'көшесі', en: 'street' },
  { ru: 'проспект', kk: 'даңғылы', en: 'avenue' },
  { ru: 'переулок', kk: 'тұйығы', en: 'lane' },
] as const

/** A made-up name of three syllables; different numbers up to 4 096 have different ones. */
function nameOf(number: number): string {
  const name = [number, number >> 4, number >> 8].map(part => syllables[part & 15] ?? '').join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** An address of the benchmark: its content for the register, and what somebody may type who means it. */
export interface BenchAddress {
  readonly data: Readonly<Record<string, unknown>>
  readonly town: string
  readonly street: string
  readonly house: number
}

/** Buildings of made-up towns: 40 towns, 100 streets in each, as many houses as are needed. */
export function* buildings(count: number): Generator<BenchAddress> {
  for (let number = 0; number < count; number++) {
    const town = nameOf(1_000 + (number % 40) * 37)
    const streetNumber = Math.floor(number / 40) % 100
    const street = nameOf(streetNumber * 31 + (number % 40) * 7)
    const house = 1 + Math.floor(number / 4_000)
    const kind = kinds[streetNumber % kinds.length] ?? kinds[0]
    const text = {
      ru: `${town}, ${kind.ru} ${street}, ${house}`,
      kk: `${town}, ${street} ${kind.kk}, ${house}`,
      en: `${town}, ${street} ${kind.en}, ${house}`,
    }
    const name = { ru: String(house), kk: String(house), en: String(house) }
    yield { data: { kind: 'building', name, text, code: `7${String(number).padStart(9, '0')}` }, town, street, house }
  }
}
