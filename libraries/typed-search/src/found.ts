/** What was found, as one chooses it: what is kept of it, and how it is called. */
export interface Found {
  /** An address by its record, a code of a classifier by itself. */
  readonly id: string
  readonly text: string
}

type Texts = Readonly<Record<string, unknown>>
const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null

function spoken(texts: Texts, language: string): string {
  const text = [language, 'ru', 'kk', 'en'].map(one => texts[one]).find(one => typeof one === 'string')
  return typeof text === 'string' ? text : ''
}

/** A record that was found, in a language: an address has its whole text, a code its sign and name. */
export function foundOf(
  { record, data }: { readonly record: string; readonly data: Readonly<Record<string, unknown>> },
  language: string,
): Found {
  if (isTexts(data.text)) return { id: record, text: spoken(data.text, language) }
  const code = String(data.code ?? '')
  return { id: code, text: `${code} ${isTexts(data.name) ? spoken(data.name, language) : ''}`.trim() }
}
