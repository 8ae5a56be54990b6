import { type Constraint, solve } from 'yalps'
import { type Cell, sumsOf } from './cell.ts'

/** Between which numbers a reader knows a hidden count to be; `most` is Infinity where nothing bounds it. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

/** What a reader holds against hidden counts. */
export interface Reading {
  readonly cells: readonly Cell[]
  /** Indexes of the cells that are not shown. */
  readonly hidden: ReadonlySet<number>
  /** Indexes of hidden cells that may be nought; all other hidden ones are known to be at least one, as noughts are shown. */
  readonly perhapsNought?: ReadonlySet<number>
}

/** An equation over hidden counts: their coefficients by index, and what they add up to. */
interface Equation {
  readonly coefficients: ReadonlyMap<number, number>
  readonly equal: number
}

function equationsOf(cells: readonly Cell[], hidden: ReadonlySet<number>): Equation[] {
  return sumsOf(cells).flatMap(({ total, parts }) => {
    const coefficients = new Map<number, number>()
    let equal = 0
    const add = (index: number, coefficient: number) => {
      if (hidden.has(index)) coefficients.set(index, coefficient)
      else equal -= coefficient * (cells[index]?.count ?? 0)
    }
    for (const part of parts) add(part, 1)
    add(total, -1)
    return coefficients.size === 0 ? [] : [{ coefficients, equal }]
  })
}

/** The equations that hang together with a hidden cell. */
function equationsAround(equations: readonly Equation[], cell: number): Equation[] {
  const reached = new Set([cell])
  const found = new Set<Equation>()
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const equation of equations) {
      if (found.has(equation) || ![...equation.coefficients.keys()].some(index => reached.has(index))) continue
      found.add(equation)
      for (const index of equation.coefficients.keys()) reached.add(index)
    }
  }
  return [...found]
}

/** Hidden cells that hang together with a cell by sums, the cell among them. */
export function hiddenAround({ cells, hidden }: Reading, cell: number): ReadonlySet<number> {
  const around = equationsAround(equationsOf(cells, hidden), cell)
  return new Set([cell, ...around.flatMap(({ coefficients }) => [...coefficients.keys()])])
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6

/** A way to ask for bounds of the same reading again and again. */
export function boundsIn({ cells, hidden, perhapsNought }: Reading): (cell: number) => Bounds {
  const equations = equationsOf(cells, hidden)
  return cell => {
    const around = equationsAround(equations, cell)
    const variables = new Map<string, Map<string, number>>([[`${cell}`, new Map()]])
    const constraints = new Map<string, Constraint>()
    for (const [number, { coefficients, equal }] of around.entries()) {
      constraints.set(`sum ${number}`, { equal })
      for (const [index, coefficient] of coefficients) {
        const variable = variables.get(`${index}`) ?? new Map<string, number>()
        variable.set(`sum ${number}`, coefficient)
        variables.set(`${index}`, variable)
      }
    }
    for (const [index, coefficients] of variables) {
      if (perhapsNought?.has(Number(index))) continue
      coefficients.set(`least ${index}`, 1)
      constraints.set(`least ${index}`, { min: 1 })
    }
    variables.get(`${cell}`)?.set('asked', 1)
    const end = (direction: 'minimize' | 'maximize'): number => {
      const { status, result } = solve({ direction, objective: 'asked', constraints, variables })
      if (status === 'optimal') return rounded(result)
      if (status === 'unbounded' && direction === 'maximize') return Number.POSITIVE_INFINITY
      throw new Error(`the bounds of a hidden cell cannot be found: ${status}`)
    }
    return { least: end('minimize'), most: end('maximize') }
  }
}
