import {
  type Fraction,
  fractionText,
  minus,
  order,
  over,
  plus,
  readFraction,
  remainder,
  times,
  toPower,
} from './fraction.fixture.ts'

/** A value of the slow interpreter: fractions are numbers. */
export type SlowValue = null | boolean | Fraction | readonly SlowValue[]

/** An expression of a small part of FEEL as a tree; `textOfTree` writes it, `interpret` gives its value. */
export type Tree =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'arithmetic'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'power'; readonly base: Tree; readonly exponent: number }
  | { readonly kind: 'comparison'; readonly operator: Comparison; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'and' | 'or'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'if'; readonly condition: Tree; readonly yes: Tree; readonly no: Tree }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'for'; readonly from: number; readonly to: number; readonly body: Tree }
  | { readonly kind: 'some' | 'every'; readonly list: Tree; readonly body: Tree }
  | { readonly kind: 'filter'; readonly list: Tree; readonly condition: Tree }
  | { readonly kind: 'call'; readonly name: ListFunction; readonly list: Tree }
  | { readonly kind: 'modulo'; readonly left: Tree; readonly right: Tree }

type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!='
/** The functions of a list that the interpreter knows. */
export type ListFunction =
  | 'sum'
  | 'product'
  | 'mean'
  | 'median'
  | 'min'
  | 'max'
  | 'count'
  | 'reverse'
  | 'distinct values'

/** The FEEL text of a tree. */
export function textOfTree(tree: Tree): string {
  switch (tree.kind) {
    case 'number':
      return tree.text.startsWith('-') ? `(${tree.text})` : tree.text
    case 'boolean':
      return String(tree.value)
    case 'null':
      return 'null'
    case 'variable':
      return tree.name
    case 'arithmetic':
    case 'comparison':
      return `(${textOfTree(tree.left)} ${tree.operator} ${textOfTree(tree.right)})`
    case 'power':
      return `(${textOfTree(tree.base)} ** ${tree.exponent < 0 ? `(${tree.exponent})` : tree.exponent})`
    case 'and':
    case 'or':
      return `(${textOfTree(tree.left)} ${tree.kind} ${textOfTree(tree.right)})`
    case 'if':
      return `(if ${textOfTree(tree.condition)} then ${textOfTree(tree.yes)} else ${textOfTree(tree.no)})`
    case 'list':
      return `[${tree.items.map(textOfTree).join(', ')}]`
    case 'for':
      return `(for x in (${tree.from})..(${tree.to}) return ${textOfTree(tree.body)})`
    case 'some':
    case 'every':
      return `(${tree.kind} x in ${textOfTree(tree.list)} satisfies ${textOfTree(tree.body)})`
    case 'filter':
      return `(${textOfTree(tree.list)})[${textOfTree(tree.condition)}]`
    case 'call':
      return `${tree.name}(${textOfTree(tree.list)})`
    case 'modulo':
      return `modulo(${textOfTree(tree.left)}, ${textOfTree(tree.right)})`
  }
}

function isFraction(value: SlowValue): value is Fraction {
  return typeof value === 'object' && value !== null && 'top' in value
}

function isItems(value: SlowValue): value is readonly SlowValue[] {
  return Array.isArray(value)
}

function asItems(value: SlowValue): readonly SlowValue[] {
  return isItems(value) ? value : [value]
}

/** A list of one item is the item where a number is wanted. */
function asNumber(value: SlowValue): Fraction | null {
  if (isItems(value)) return value.length === 1 && isFraction(value[0] ?? null) ? (value[0] as Fraction) : null
  return isFraction(value) ? value : null
}

/** The value of a tree, by the tables of the standard and nothing else. `scope` has the variables `x` and `item`. */
export function interpret(tree: Tree, scope: Readonly<Record<string, SlowValue>> = {}): SlowValue {
  switch (tree.kind) {
    case 'number':
      return plus(readFraction(tree.text), readFraction('0'))
    case 'boolean':
      return tree.value
    case 'null':
      return null
    case 'variable':
      return scope[tree.name] ?? null
    case 'arithmetic': {
      const [a, b] = [interpret(tree.left, scope), interpret(tree.right, scope)]
      if (!isFraction(a) || !isFraction(b)) return null
      return { '+': plus, '-': minus, '*': times, '/': over }[tree.operator](a, b)
    }
    case 'power': {
      const base = interpret(tree.base, scope)
      return isFraction(base) ? toPower(base, tree.exponent) : null
    }
    case 'comparison':
      return compared(tree.operator, interpret(tree.left, scope), interpret(tree.right, scope))
    case 'and':
    case 'or': {
      const [a, b] = [interpret(tree.left, scope), interpret(tree.right, scope)]
      const decisive = tree.kind === 'or'
      if (a === decisive || b === decisive) return decisive
      return a === !decisive && b === !decisive ? !decisive : null
    }
    case 'if':
      return interpret(interpret(tree.condition, scope) === true ? tree.yes : tree.no, scope)
    case 'list':
      return tree.items.map(item => interpret(item, scope))
    case 'for': {
      const step = tree.from <= tree.to ? 1 : -1
      const values: SlowValue[] = []
      for (let i = tree.from; i !== tree.to + step; i += step)
        values.push(interpret(tree.body, { ...scope, x: readFraction(String(i)) }))
      return values
    }
    case 'some':
    case 'every':
      return quantified(tree, scope)
    case 'filter':
      return filtered(tree, scope)
    case 'call':
      return called(tree.name, interpret(tree.list, scope))
    case 'modulo': {
      const [a, b] = [asNumber(interpret(tree.left, scope)), asNumber(interpret(tree.right, scope))]
      return a === null || b === null ? null : remainder(a, b)
    }
  }
}

function kindOf(value: SlowValue): string {
  return isFraction(value) ? 'number' : isItems(value) ? 'list' : value === null ? 'null' : 'boolean'
}

function equal(a: SlowValue, b: SlowValue): boolean | null {
  if (a === null || b === null) return a === b
  if (kindOf(a) !== kindOf(b)) return null
  if (isFraction(a) && isFraction(b)) return order(a, b) === 0
  if (isItems(a) && isItems(b)) return a.length === b.length && a.every((item, i) => equal(item, b[i] ?? null) === true)
  return a === b
}

function compared(operator: Comparison, a: SlowValue, b: SlowValue): boolean | null {
  const same = equal(a, b)
  if (operator === '=') return same
  if (operator === '!=') return same === null ? null : !same
  if (!isFraction(a) || !isFraction(b)) return null
  const sign = order(a, b)
  return { '<': sign < 0, '<=': sign <= 0, '>': sign > 0, '>=': sign >= 0 }[operator]
}

function quantified(
  tree: Extract<Tree, { kind: 'some' | 'every' }>,
  scope: Readonly<Record<string, SlowValue>>,
): SlowValue {
  const list = interpret(tree.list, scope)
  if (list === null) return null
  const decisive = tree.kind === 'some'
  let unknown = false
  for (const x of asItems(list)) {
    const value = interpret(tree.body, { ...scope, x })
    if (value === decisive) return decisive
    if (value === null) unknown = true
    else if (value !== !decisive) return null
  }
  return unknown ? null : !decisive
}

function filtered(tree: Extract<Tree, { kind: 'filter' }>, scope: Readonly<Record<string, SlowValue>>): SlowValue {
  const list = interpret(tree.list, scope)
  const items = list === null ? [] : asItems(list)
  const first = interpret(tree.condition, { ...scope, item: items[0] ?? null })
  if (isFraction(first)) return itemAt(items, first)
  const found: SlowValue[] = []
  for (const item of items) {
    const value = interpret(tree.condition, { ...scope, item })
    if (isFraction(value)) return itemAt(items, value)
    if (value === true) found.push(item)
    else if (value !== false && value !== null) return null
  }
  return found
}

function itemAt(items: readonly SlowValue[], { top, bottom }: Fraction): SlowValue {
  if (top % bottom !== 0n) return null
  const place = top / bottom
  if (place === 0n) return null
  return items[Number(place > 0n ? place - 1n : BigInt(items.length) + place)] ?? null
}

function called(name: ListFunction, given: SlowValue): SlowValue {
  // Null is no list, but it is an argument: the functions that take their items one by one take it as one.
  if (given === null && (name === 'reverse' || name === 'distinct values')) return null
  const list = asItems(given)
  switch (name) {
    case 'count':
      return readFraction(String(list.length))
    case 'reverse':
      return list.toReversed()
    case 'distinct values':
      return list.filter((item, i) => !list.slice(0, i).some(before => equal(before, item) === true))
  }
  if (list.length === 0 || !list.every(isFraction)) return null
  const numbers = list as readonly Fraction[]
  const sum = (): Fraction | null => numbers.reduce<Fraction | null>((a, b) => a && plus(a, b), readFraction('0'))
  const half = Math.floor(numbers.length / 2)
  const sorted = numbers.toSorted(order)
  switch (name) {
    case 'sum':
      return sum()
    case 'product':
      return numbers.reduce<Fraction | null>((a, b) => a && times(a, b), readFraction('1'))
    case 'mean': {
      const total = sum()
      return total && over(total, readFraction(String(numbers.length)))
    }
    case 'median': {
      const upper = sorted[half] as Fraction
      if (sorted.length % 2 === 1) return upper
      const both = plus(sorted[half - 1] as Fraction, upper)
      return both && over(both, readFraction('2'))
    }
    case 'min':
      return sorted[0] as Fraction
    case 'max':
      return sorted.at(-1) as Fraction
  }
}

/** A value as FEEL's `string()` writes it inside a list. */
export function slowText(value: SlowValue): string {
  if (isFraction(value)) return fractionText(value)
  return isItems(value) ? `[${value.map(slowText).join(', ')}]` : String(value)
}
