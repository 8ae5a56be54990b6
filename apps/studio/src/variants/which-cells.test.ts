import type { VariantState } from '@tereze/studio/contract'
import { expect, it } from 'vitest'
import { cellAfter, countStates, type Matrix, shownRegions, whichRows } from './which-cells.ts'

const title = (text: string) => ({ en: text, ru: text, kk: text })
const cell = (service: string, region: string, state: VariantState): Matrix['cells'][number] => ({
  service,
  region,
  state,
  variants: [],
  draft: null,
  own: false,
})
const matrix: Matrix = {
  regions: ['north', 'south'].map(region => ({ region, title: title(region) })),
  services: ['heating', 'camp'].map(id => ({ package: id, title: title(`Help ${id}`), version: '1.0.0', owner: 'a' })),
  cells: [
    cell('heating', 'north', 'conflicts'),
    cell('heating', 'south', 'joined'),
    cell('camp', 'north', 'none'),
    cell('camp', 'south', 'joined'),
  ],
}
const any = { state: '', region: '', words: '' } as const
const found = (wanted: Partial<Parameters<typeof whichRows>[1]>) =>
  whichRows(matrix, { ...any, ...wanted }).map(({ service, cells }) => `${service.package} ${cells.length}`)

it('finds services by words, by how they stand, and in one region', () => {
  expect(found({})).toEqual(['heating 2', 'camp 2'])
  expect(found({ words: ' CAMP' })).toEqual(['camp 2'])
  expect(found({ state: 'joined', region: 'north' })).toEqual([])
  expect(found({ state: 'joined', region: 'south' })).toEqual(['heating 1', 'camp 1'])
  expect(shownRegions(matrix, { ...any, region: 'south' }).map(({ region }) => region)).toEqual(['south'])
  expect(countStates(matrix.cells)).toEqual({ conflicts: 1, behind: 0, joined: 2, draft: 0, none: 1 })
})

it('is walked by arrows, and ends at its edges', () => {
  expect(cellAfter('ArrowDown', [0, 0], [2, 2])).toEqual([1, 0])
  expect(cellAfter('ArrowRight', [0, 1], [2, 2])).toEqual([0, 1])
  expect(cellAfter('End', [1, 0], [2, 5])).toEqual([1, 4])
  expect(cellAfter('Tab', [1, 0], [2, 2])).toBeNull()
})
