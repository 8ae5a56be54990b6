type Text = Readonly<Record<'en' | 'ru' | 'kk', string>>

/** A field of a record for a reader: what it is called, and its value; a choice of a list is given as its words. */
export interface ToldField {
  readonly pointer: string
  readonly label: Text
  readonly value: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A name of a person, an amount of money and a text in three languages are one value each. */
const isWhole = (value: Record<string, unknown>) =>
  ('family' in value && 'given' in value) ||
  ('amount' in value && 'currency' in value) ||
  ('en' in value && 'kk' in value)

/** `/documents/0/number` is `documents.number` in keys of words. */
const dotted = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .filter(step => !/^\d+$/.test(step))
    .join('.')

/** A record line by line. `wordsOf` gives the register's words of a key such as `field.born` or `answer.sex.female`, or null. */
export function tellRecord(data: unknown, wordsOf: (key: string) => Text | null, pointer = ''): ToldField[] {
  if (data === null || data === undefined) return []
  if (Array.isArray(data) && data.some(isObject))
    return data.flatMap((element, place) => tellRecord(element, wordsOf, `${pointer}/${place}`))
  if (isObject(data) && (pointer === '' || !isWhole(data)))
    return Object.entries(data).flatMap(([name, value]) => tellRecord(value, wordsOf, `${pointer}/${name}`))
  const answer = (value: unknown) =>
    (typeof value === 'string' ? wordsOf(`answer.${dotted(pointer)}.${value.toLowerCase()}`) : null) ?? value
  return [{ pointer, label: labelOf(pointer, wordsOf), value: Array.isArray(data) ? data.map(answer) : answer(data) }]
}

/** The words of a field, else those of the nearest field above it, else its name in the schema. */
function labelOf(pointer: string, wordsOf: (key: string) => Text | null): Text {
  const steps = dotted(pointer).split('.')
  for (let length = steps.length; length > 0; length--) {
    const words = wordsOf(`field.${steps.slice(0, length).join('.')}`)
    if (words !== null) return words
  }
  const name = steps.join(' ')
  return { en: name, ru: name, kk: name }
}
