import type { Meter } from '../values/meter.ts'
import { Refusal } from './define.ts'
import type { Found, Pattern } from './pattern.ts'
import { nativeClass, PatternReader } from './xpath-pattern.ts'

/** How many steps one search may take; a pattern that needs more is given up. */
const BUDGET = 200_000

interface Search {
  readonly text: string
  readonly meter: Meter
  readonly groups: (readonly [number, number] | undefined)[]
  budget: number
}

type Next = (at: number) => boolean
type Matcher = (search: Search, at: number, next: Next) => boolean

/**
 * A pattern with back-references (`(a)\1`, XPath F&O §5.6.1.1). No linear engine can run those, so they are matched by going
 * back, a bounded number of steps. Null when the pattern is wrong.
 */
export function backReferencePattern(pattern: string, flags: string): Pattern | null {
  const compiler = new BackReferenceCompiler(pattern, flags)
  const matcher = compiler.compile()
  if (matcher === null) return null
  const { groupCount } = compiler
  return {
    groupCount,
    finder: (text, meter) => from => {
      const groups = new Array(groupCount + 1).fill(undefined)
      try {
        return findFrom(matcher, { text, meter, groups, budget: BUDGET }, from)
      } catch (fault) {
        // Going back is by recursion, so a long text may end the stack before the budget.
        if (fault instanceof RangeError) throw tooSlow()
        throw fault
      }
    },
  }
}

function tooSlow(): Refusal {
  return new Refusal('feel.pattern-too-slow', { steps: BUDGET })
}

function findFrom(matcher: Matcher, search: Search, from: number): Found | null {
  const { text } = search
  for (let start = from; start <= text.length; start++) {
    search.groups.fill(undefined)
    let end = -1
    const found = matcher(search, start, at => {
      end = at
      return true
    })
    if (!found) continue
    const groups = search.groups.slice()
    groups[0] = [start, end]
    return {
      start,
      end,
      group: n => {
        const place = groups[n]
        return place === undefined ? '' : text.slice(place[0], place[1])
      },
    }
  }
  return null
}

/** Turns a pattern, already without the white space of flag "x", into matchers in continuation style. */
class BackReferenceCompiler {
  groupCount = 0
  private readonly reader: PatternReader
  private readonly dotAll: boolean
  private readonly multiline: boolean
  private readonly ignoreCase: boolean
  private readonly closed = new Set<number>()

  constructor(pattern: string, flags: string) {
    this.reader = new PatternReader(pattern, true)
    this.dotAll = flags.includes('s')
    this.multiline = flags.includes('m')
    this.ignoreCase = flags.includes('i')
  }

  compile(): Matcher | null {
    const matcher = this.alternation()
    return this.reader.done ? matcher : null
  }

  private alternation(): Matcher | null {
    const branches: Matcher[] = []
    do {
      const branch = this.sequence()
      if (branch === null) return null
      branches.push(branch)
    } while (this.reader.take('|'))
    const [only] = branches
    if (branches.length === 1 && only !== undefined) return only
    return (search, at, next) => branches.some(branch => branch(search, at, next))
  }

  private sequence(): Matcher | null {
    const parts: Matcher[] = []
    while (!this.reader.done && !this.reader.sees('|') && !this.reader.sees(')')) {
      const part = this.quantified()
      if (part === null) return null
      parts.push(part)
    }
    return parts.reduceRight<Matcher>(
      (rest, part) => (search, at, next) => part(search, at, after => rest(search, after, next)),
      (_search, at, next) => next(at),
    )
  }

  private quantified(): Matcher | null {
    const atom = this.atom()
    if (atom === null) return null
    const bounds = this.reader.quantifier()
    if (bounds === undefined) return atom
    return bounds === null ? null : repeated(atom, bounds.min, bounds.max, this.reader.take('?'))
  }

  private atom(): Matcher | null {
    const { reader } = this
    if (reader.take('(')) return this.group()
    if (reader.take('^')) return (search, at, next) => this.atStart(search, at) && next(at)
    if (reader.take('$')) return (search, at, next) => this.atEnd(search, at) && next(at)
    const reference = reader.reference()
    if (reference !== null) return this.reference(reference)
    const set = reader.single(this.dotAll)
    if (set === null) return null
    return character(nativeClass(set, this.ignoreCase))
  }

  private group(): Matcher | null {
    const capturing = !this.reader.take('?:')
    const number = capturing ? ++this.groupCount : 0
    const inner = this.alternation()
    if (inner === null || !this.reader.take(')')) return null
    if (!capturing) return inner
    this.closed.add(number)
    return (search, at, next) => {
      const before = search.groups[number]
      const matched = inner(search, at, after => {
        const outer = search.groups[number]
        search.groups[number] = [at, after]
        if (next(after)) return true
        search.groups[number] = outer
        return false
      })
      if (!matched) search.groups[number] = before
      return matched
    }
  }

  private reference(number: number): Matcher | null {
    if (!this.closed.has(number)) return null
    const same = this.ignoreCase ? (text: string) => text.toLowerCase() : (text: string) => text
    return (search, at, next) => {
      spend(search)
      const place = search.groups[number]
      if (place === undefined) return next(at)
      search.meter.spend((place[1] - place[0]) >> 4)
      const wanted = search.text.slice(place[0], place[1])
      return same(search.text.slice(at, at + wanted.length)) === same(wanted) && next(at + wanted.length)
    }
  }

  private atStart({ text }: Search, at: number): boolean {
    return at === 0 || (this.multiline && text[at - 1] === '\n')
  }

  private atEnd({ text }: Search, at: number): boolean {
    return at === text.length || (this.multiline && text[at] === '\n')
  }
}

function spend(search: Search): void {
  search.meter.spend(2)
  search.budget -= 1
  if (search.budget < 0) throw tooSlow()
}

function character(set: RegExp): Matcher {
  return (search, at, next) => {
    spend(search)
    const code = search.text.codePointAt(at)
    if (code === undefined) return false
    const text = String.fromCodePoint(code)
    return set.test(text) && next(at + text.length)
  }
}

function repeated(atom: Matcher, min: number, max: number, lazy: boolean): Matcher {
  const from = (search: Search, at: number, next: Next, count: number): boolean => {
    spend(search)
    const more = (): boolean =>
      count < max && atom(search, at, after => (after > at || count < min) && from(search, after, next, count + 1))
    if (count < min) return more()
    return lazy ? next(at) || more() : more() || next(at)
  }
  return (search, at, next) => from(search, at, next, 0)
}
