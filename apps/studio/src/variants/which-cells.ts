import type { OutputOf } from '@tereze/operation'
import type { listVariants, VariantCell, VariantState } from '@tereze/studio/contract'

/** The matrix as the platform gives it. */
export type Matrix = OutputOf<typeof listVariants>
/** A typical service with its cells, one for each region that is shown. */
export interface MatrixRow {
  readonly service: Matrix['services'][number]
  readonly cells: readonly VariantCell[]
}

/** How a service may stand in a region, in the order in which they are counted. */
export const variantStates: readonly VariantState[] = ['conflicts', 'behind', 'joined', 'draft', 'none']

/** What somebody looks for. */
export interface Wanted {
  /** Empty: any. */
  readonly state: VariantState | ''
  readonly region: string
  readonly words: string
}

/** How many services of regions stand in each state, whatever is looked for. */
export function countStates(cells: readonly VariantCell[]): Readonly<Record<VariantState, number>> {
  const count = (state: VariantState) => cells.filter(cell => cell.state === state).length
  return {
    conflicts: count('conflicts'),
    behind: count('behind'),
    joined: count('joined'),
    draft: count('draft'),
    none: count('none'),
  }
}

/** The regions that are shown. */
export function shownRegions({ regions }: Matrix, { region }: Wanted): Matrix['regions'] {
  return regions.filter(one => region === '' || one.region === region)
}

/** The services that fit: by words of their name or of a variant’s, and with a cell in the state that is looked for. */
export function whichRows(matrix: Matrix, wanted: Wanted): readonly MatrixRow[] {
  const words = wanted.words.trim().toLowerCase()
  const shown = new Set(shownRegions(matrix, wanted).map(({ region }) => region))
  return matrix.services.flatMap((service): MatrixRow[] => {
    const cells = matrix.cells.filter(cell => cell.service === service.package && shown.has(cell.region))
    const named = [service, ...cells.flatMap(({ variants }) => variants)]
    const fits = named.some(one =>
      [one.package, ...Object.values(one.title)].some(text => text.toLowerCase().includes(words)),
    )
    const stands = wanted.state === '' || cells.some(({ state }) => state === wanted.state)
    return fits && stands ? [{ service, cells }] : []
  })
}

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** The cell to which a key leads from another one, within so many rows and columns; null: the key is none of the matrix. */
export function cellAfter(
  key: string,
  [row, column]: readonly [number, number],
  [rows, columns]: readonly [number, number],
): readonly [number, number] | null {
  if (key === 'Home') return [row, 0]
  if (key === 'End') return [row, columns - 1]
  const move = moves[key]
  if (move === undefined) return null
  const within = (at: number, many: number) => Math.min(Math.max(at, 0), many - 1)
  return [within(row + move[0], rows), within(column + move[1], columns)]
}
