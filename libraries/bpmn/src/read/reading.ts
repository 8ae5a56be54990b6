import type { CheckExpression } from '../expression/evaluate.ts'
import { hasForeignExpression, translateForeignExpression } from '../expression/translate.ts'
import type { Problem, ProblemCode } from '../model/problem.ts'
import type { Feel, Value } from '../model/process.ts'
import { bodyOf, type Element, nameInReport } from './element.ts'

/** What one reading of a file carries along: problems found so far, and how names of vendors are written in it. */
export interface Reading {
  readonly problems: Problem[]
  /** Prefix as written in the file → the vendor's usual prefix. */
  readonly vendors: ReadonlyMap<string, string>
  /** The file declares a language other than FEEL for its expressions. */
  readonly foreignDefault: string | undefined
  readonly check: CheckExpression
  readonly unreached: 'refuse' | 'leave'
  /** Ids given to elements that have none. */
  readonly given: Map<Element, string>
}

/** Notes a problem; what is missing because it refers to nothing is not told a second time. */
export function report(
  reading: Reading,
  code: ProblemCode,
  element: Element | string,
  params: Readonly<Record<string, string>> = {},
): void {
  const name = typeof element === 'string' ? element : nameInReport(element)
  const dangles = (problem: Problem) =>
    problem.code === 'dangling-reference' && problem.element === name && problem.params.property === params.attribute
  if (code === 'missing-attribute' && reading.problems.some(dangles)) return
  reading.problems.push({ code, element: name, params })
}

/** The id of an element; one without id gets one from its type and its place in the file. */
export function idOf(reading: Reading, element: Element): string {
  if (typeof element.id === 'string' && element.id !== '') return element.id
  const known = reading.given.get(element)
  if (known !== undefined) return known
  const id = `${element.$type.replace(/^.*:/, '')}-${reading.given.size + 1}`
  reading.given.set(element, id)
  return id
}

const feelLanguages = /feel/i

function checked(reading: Reading, owner: Element, feel: Feel): Feel {
  const wrong = reading.check(feel)
  if (wrong !== undefined) report(reading, 'expression-invalid', owner, { expression: feel, reason: wrong })
  return feel
}

/** Reads a piece of text that is literal unless it begins with `=` (FEEL) or contains `${…}`. */
export function readValue(reading: Reading, owner: Element, text: string): Value {
  if (text.startsWith('=')) return { feel: checked(reading, owner, text.slice(1).trim()) }
  if (!hasForeignExpression(text)) return { text }
  const translated = translateForeignExpression(text)
  if (translated === undefined) {
    report(reading, 'expression-language', owner, { expression: text })
    return { text }
  }
  if ('feel' in translated) checked(reading, owner, translated.feel)
  return translated
}

/** Reads text that is FEEL by its place (a condition, a script), whether or not it begins with `=`. */
export function readFeel(reading: Reading, owner: Element, text: string, language?: string): Feel {
  if (hasForeignExpression(text)) {
    const value = readValue(reading, owner, text)
    return 'feel' in value ? value.feel : 'null'
  }
  const declared = language ?? reading.foreignDefault
  if (!text.startsWith('=') && declared !== undefined && !feelLanguages.test(declared)) {
    report(reading, 'expression-language', owner, { expression: text, language: declared })
    return 'null'
  }
  return checked(reading, owner, text.replace(/^=/, '').trim())
}

/** Reads a formal expression element as FEEL. */
export function readExpression(reading: Reading, owner: Element, expression: Element): Feel {
  const language = typeof expression.language === 'string' ? expression.language : undefined
  return readFeel(reading, owner, bodyOf(expression), language)
}
