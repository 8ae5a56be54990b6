import { type Language, languages } from '@tereze/operation'
import { IntlMessageFormat } from 'intl-messageformat'

/** Words by key, one catalogue a language. Keys are dotted kebab-case: `refusal.registers.record-invalid.title`. */
export type Catalogue = Readonly<Record<string, string>>
/** The catalogues of the three languages. */
export type Catalogues = Readonly<Record<Language, Catalogue>>

/** A value for a placeholder. */
export type MessageParams = Readonly<Record<string, string | number | boolean | Date>>

/** Looks up and fills messages. */
export interface Messages {
  /** Text of a key in a language; falls back to English, then to the key itself in brackets so that a gap is seen, never hidden. */
  text(key: string, language: Language, params?: MessageParams): string
  has(key: string, language?: Language): boolean
  /** All keys that have English words. */
  keys(): readonly string[]
}

const keyPattern = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-zA-Z0-9-]*)*$/

/** What is wrong with catalogues: a key that is not in all languages, has a wrong form or a message that does not parse. */
export function findMessageProblems(
  catalogues: Catalogues,
): { key: string; language: Language; problem: 'missing' | 'key-form' | 'syntax' | 'arguments' }[] {
  const keys = new Set(languages.flatMap(language => Object.keys(catalogues[language])))
  const problems: ReturnType<typeof findMessageProblems> = []
  for (const key of keys) {
    if (!keyPattern.test(key)) problems.push({ key, language: 'en', problem: 'key-form' })
    const english = argumentsOf(catalogues.en[key])
    for (const language of languages) {
      const message = catalogues[language][key]
      if (message === undefined) {
        problems.push({ key, language, problem: 'missing' })
        continue
      }
      const found = argumentsOf(message)
      if (found === null) problems.push({ key, language, problem: 'syntax' })
      else if (english !== null && [...found].sort().join() !== [...english].sort().join()) {
        problems.push({ key, language, problem: 'arguments' })
      }
    }
  }
  return problems
}

interface AstNode {
  type: number
  value?: unknown
  options?: Record<string, { value: AstNode[] }>
  children?: AstNode[]
}

const literalType = 0
const poundType = 7
const tagType = 8

function argumentsOf(message: string | undefined): Set<string> | null {
  if (message === undefined) return null
  const names = new Set<string>()
  const visit = (nodes: readonly AstNode[]) => {
    for (const node of nodes) {
      if (
        node.type !== literalType &&
        node.type !== poundType &&
        node.type !== tagType &&
        typeof node.value === 'string'
      ) {
        names.add(node.value)
      }
      for (const option of Object.values(node.options ?? {})) visit(option.value)
      visit(node.children ?? [])
    }
  }
  try {
    visit(new IntlMessageFormat(message, 'en').getAst() as AstNode[])
    return names
  } catch {
    return null
  }
}

/** Creates messages over catalogues; later ones add to earlier ones and a key may stand in one only. */
export function createMessages(parts: readonly Catalogues[]): Messages {
  const all: Record<Language, Map<string, string>> = { en: new Map(), ru: new Map(), kk: new Map() }
  for (const part of parts) {
    for (const language of languages) {
      for (const [key, message] of Object.entries(part[language])) {
        if (all[language].has(key)) throw new Error(`message ${key} stands twice in ${language}`)
        all[language].set(key, message)
      }
    }
  }
  const ready: Record<Language, Map<string, string | IntlMessageFormat>> = {
    en: new Map(),
    ru: new Map(),
    kk: new Map(),
  }
  return {
    has: (key, language = 'en') => all[language].has(key),
    keys: () => [...all.en.keys()],
    text(key, language, params = {}) {
      const spoken = all[language].has(key) ? language : 'en'
      let format = ready[spoken].get(key)
      if (format === undefined) {
        const message = all[spoken].get(key)
        if (message === undefined) return `[${key}]`
        format = formatOf(message, spoken)
        ready[spoken].set(key, format)
      }
      return typeof format === 'string' ? format : String(format.format({ ...params }))
    },
  }
}

/** A message made ready; one without arguments is its own text. */
function formatOf(message: string, language: Language): string | IntlMessageFormat {
  const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true })
  const nodes = format.getAst() as AstNode[]
  return nodes.every(({ type }) => type === literalType) ? nodes.map(({ value }) => String(value)).join('') : format
}
