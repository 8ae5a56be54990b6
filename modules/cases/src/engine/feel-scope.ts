import {
  type CompiledExpression,
  compileExpression,
  evaluateExpression,
  type FeelContext,
  type FeelValue,
  fromJson,
  references,
  toJson,
} from '@tereze/feel'
import { ExpressionBroken, type Moment } from '@tereze/template'

/** An expression, with the paths of what it reads. */
interface Known {
  readonly compiled: CompiledExpression
  readonly reads: readonly (readonly string[])[]
}

/** Expressions by their text, compiled for one set of names. */
type Vocabulary = Map<string, Known>

/** The names of a scope, with what was compiled for them. */
interface Names {
  readonly names: readonly string[]
  readonly vocabulary: Vocabulary
}

/** What an expression gave, with the paths of what it read, of the names that there were. */
interface Result {
  readonly vocabulary: Vocabulary
  readonly reads: Known['reads']
  readonly value: unknown
}

/** Sets of names that were seen lately: finding the set is most of what a short expression costs. */
const vocabularies = new Map<string, Vocabulary>()
const mostVocabularies = 500
const mostExpressions = 2_000

function vocabularyOf(names: readonly string[]): Vocabulary {
  const key = names.join('\u0000')
  let vocabulary = vocabularies.get(key)
  if (vocabulary === undefined) {
    vocabulary = new Map()
    if (vocabularies.size >= mostVocabularies) vocabularies.clear()
    vocabularies.set(key, vocabulary)
  }
  return vocabulary
}

function expressionIn(vocabulary: Vocabulary, text: string, names: readonly string[]): Known {
  const known = vocabulary.get(text)
  if (known !== undefined) return known
  const result = compileExpression(text, { names })
  if (!result.ok) throw new ExpressionBroken(`not FEEL: ${text}`)
  if (vocabulary.size >= mostExpressions) vocabulary.clear()
  const fresh = { compiled: result.expression, reads: references(result.expression) }
  vocabulary.set(text, fresh)
  return fresh
}

/** FEEL values of what belongs to packages, and not to one case. */
const shared = new WeakMap<object, FeelValue>()

function at(data: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  let value: unknown = data
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

/**
 * What FEEL expressions see at one moment: data that are turned into FEEL values once, for many expressions. Data are replaced,
 * never changed; what a scope has in common with the one before it, it takes over.
 */
export class FeelScope {
  readonly data: Record<string, unknown> = {}
  private readonly values: Record<string, FeelValue> = {}
  private readonly results = new Map<string, Result>()
  private readonly moment: Moment
  private before: FeelScope | null
  private known: Names | null = null

  /** @param before a scope of the same case at the same moment. */
  constructor(moment: Moment, before: FeelScope | null) {
    this.moment = moment
    this.before = before
  }

  /** Adds a name, or gives it another value; undefined is no value. */
  set(name: string, value: unknown): void {
    if (value === undefined) return
    if (!(name in this.data)) this.known = null
    this.data[name] = value
    this.values[name] = this.before?.data[name] === value ? (this.before.values[name] ?? null) : fromJson(value)
  }

  /** Adds a value that belongs to a package. */
  share(name: string, value: object): void {
    let known = shared.get(value)
    if (known === undefined) {
      known = fromJson(value)
      shared.set(value, known)
    }
    if (!(name in this.data)) this.known = null
    this.data[name] = value
    this.values[name] = known
  }

  /**
   * The value of an expression as JSON; `also` are names that only this expression sees.
   * @throws ExpressionBroken when the text is not FEEL.
   */
  valueOf(text: string, also: Readonly<Record<string, unknown>> = {}): unknown {
    const more = Object.keys(also)
    if (more.length === 0) return this.evaluate(text, this.vocabulary(), this.values).value
    const names = [...this.vocabulary().names, ...more.filter(name => !(name in this.data))]
    const seen = { ...this.values, ...(fromJson(also) as FeelContext) }
    return this.evaluate(text, { names, vocabulary: vocabularyOf(names) }, seen).value
  }

  /** The same; when nothing that the expression reads is other than it was in the scope before, that one's value. */
  recall(text: string): unknown {
    const then = this.before?.results.get(text)
    const named = then?.vocabulary === this.vocabulary().vocabulary
    if (named && then?.reads.every(path => at(this.data, path) === at(this.before?.data ?? {}, path))) {
      this.results.set(text, then)
      return then.value
    }
    const result = this.evaluate(text, this.vocabulary(), this.values)
    this.results.set(text, result)
    return result.value
  }

  /** Forgets the scope before: all that there is in common was taken over. */
  complete(): void {
    this.before = null
  }

  private vocabulary(): Names {
    if (this.known === null) {
      const names = Object.keys(this.data)
      this.known = { names, vocabulary: vocabularyOf(names) }
    }
    return this.known
  }

  private evaluate(text: string, { names, vocabulary }: Names, seen: FeelContext): Result {
    const { compiled, reads } = expressionIn(vocabulary, text, names)
    return { vocabulary, reads, value: toJson(evaluateExpression(compiled, seen, this.moment).value) }
  }
}
