import { type Catalogue, type FormDraft, languages, type Spoken } from './form-draft.ts'

/** What a question says: its label, the hint under it, the answers, what is said of a wrong answer. */
const kinds = ['field', 'hint', 'answer', 'problem'] as const

/** The part of a key that names data: `['employers', '*', 'name']` is `employers.name`. */
export function dotted(template: readonly string[]): string {
  return template.filter(step => step !== '*').join('.')
}

/** The key of the words of an answer: `answer.statement.kind.mother-alone`. */
export function answerKey(template: readonly string[], value: string): string {
  return `answer.${dotted(template)}.${value.toLowerCase()}`
}

/** Whether a text may be an answer with words of its own. */
export function mayBeAnswer(value: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(value)
}

/** The words under a key in every language; an empty text where there are none. */
export function wordsAt(draft: FormDraft, key: string): Spoken {
  return spoken(language => draft.words[language][key] ?? '')
}

/** A text made for every language. */
export function spoken(text: (language: keyof Spoken) => string): Spoken {
  return { en: text('en'), ru: text('ru'), kk: text('kk') }
}

/** Every catalogue changed alike. The same draft when none has changed. */
export function withCatalogues(
  draft: FormDraft,
  change: (catalogue: Catalogue, language: keyof Spoken) => Catalogue,
): FormDraft {
  const words = {
    en: change(draft.words.en, 'en'),
    ru: change(draft.words.ru, 'ru'),
    kk: change(draft.words.kk, 'kk'),
  }
  return languages.every(language => words[language] === draft.words[language]) ? draft : { ...draft, words }
}

/** The draft with words under a key. A new key stands behind the last one that begins alike. An empty text in all languages removes it. */
export function withWords(draft: FormDraft, key: string, texts: Spoken): FormDraft {
  const isEmpty = languages.every(language => texts[language].trim() === '')
  return withCatalogues(draft, (catalogue, language) => {
    if (isEmpty) return withoutKeys(catalogue, one => one === key)
    if (catalogue[key] === texts[language]) return catalogue
    if (key in catalogue) return { ...catalogue, [key]: texts[language] }
    return inserted(catalogue, key, texts[language])
  })
}

function inserted(catalogue: Catalogue, key: string, text: string): Catalogue {
  const entries = Object.entries(catalogue)
  const kind = key.split('.')[0] ?? ''
  const alike = (kinds as readonly string[]).includes(kind) ? (kinds as readonly string[]) : [kind]
  const last = entries.findLastIndex(([one]) => alike.includes(one.split('.')[0] ?? ''))
  const at = last < 0 ? entries.length : last + 1
  return Object.fromEntries([...entries.slice(0, at), [key, text], ...entries.slice(at)])
}

function withoutKeys(catalogue: Catalogue, gone: (key: string) => boolean): Catalogue {
  const entries = Object.entries(catalogue)
  const left = entries.filter(([key]) => !gone(key))
  return left.length === entries.length ? catalogue : Object.fromEntries(left)
}

/** Whether a key says something of the data at a template or inside them. */
export function isAbout(key: string, template: readonly string[]): boolean {
  const kind = kinds.find(one => key.startsWith(`${one}.`))
  if (kind === undefined) return false
  const name = key.slice(kind.length + 1)
  const path = dotted(template)
  return name === path || name.startsWith(`${path}.`)
}

/** The draft without any words about the data at a template. */
export function withoutWordsAbout(draft: FormDraft, template: readonly string[]): FormDraft {
  return withCatalogues(draft, catalogue => withoutKeys(catalogue, key => isAbout(key, template)))
}

/** The draft without these keys. */
export function withoutWords(draft: FormDraft, keys: readonly string[]): FormDraft {
  return withCatalogues(draft, catalogue => withoutKeys(catalogue, key => keys.includes(key)))
}

/** The draft in which what is said of the data at a template is said of other data. */
export function withWordsMoved(draft: FormDraft, from: readonly string[], to: readonly string[]): FormDraft {
  const before = dotted(from)
  const after = dotted(to)
  if (before === after) return draft
  return withCatalogues(draft, catalogue =>
    Object.fromEntries(
      Object.entries(catalogue).map(([key, text]) => {
        if (!isAbout(key, from)) return [key, text]
        const kind = key.slice(0, key.indexOf('.') + 1)
        return [`${kind}${after}${key.slice(kind.length + before.length)}`, text]
      }),
    ),
  )
}

/** The draft in which the data at a second template are spoken of as those at the first. */
export function withWordsCopied(draft: FormDraft, from: readonly string[], to: readonly string[]): FormDraft {
  const before = dotted(from)
  let copy = draft
  for (const key of Object.keys(draft.words.en)) {
    if (!isAbout(key, from)) continue
    const kind = key.slice(0, key.indexOf('.') + 1)
    copy = withWords(copy, `${kind}${dotted(to)}${key.slice(kind.length + before.length)}`, wordsAt(draft, key))
  }
  return copy
}
