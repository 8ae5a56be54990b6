import type { Lineage } from '@tereze/catalogue/contract'

/** A box of the picture, in pixels. */
export interface PlacedBox {
  readonly id: string
  readonly x: number
  readonly y: number
}

/** A picture of the way of data: boxes in columns, one for each step, and the lines between them. */
export interface LineagePicture {
  readonly width: number
  readonly height: number
  readonly columns: readonly { readonly stage: Lineage['boxes'][number]['stage']; readonly x: number }[]
  readonly boxes: readonly PlacedBox[]
  readonly lines: readonly { readonly from: string; readonly to: string; readonly path: string }[]
}

/** Sizes of the picture, in pixels. */
export const sizes = { box: 168, line: 64, between: 12, gap: 48, head: 40 } as const

/** The mean place of the boxes that lead to one; those that nothing leads to keep their own. */
function pull(id: string, own: number, edges: Lineage['edges'], rows: ReadonlyMap<string, number>): number {
  const from = edges.flatMap(edge => (edge.to === id && rows.has(edge.from) ? [rows.get(edge.from) ?? 0] : []))
  return from.length === 0 ? own : from.reduce((sum, row) => sum + row, 0) / from.length
}

/**
 * Lays the lineage out from left to right: a column for each step that occurs, boxes near those that lead to them. A line back to an
 * earlier column (a result that is written into a register) goes around below the boxes.
 */
export function layOutLineage({ boxes, edges }: Lineage): LineagePicture {
  const stages = [...new Set(boxes.map(({ stage }) => stage))]
  const rows = new Map<string, number>()
  const placed = new Map<string, PlacedBox>()
  let tallest = 0
  for (const [column, stage] of stages.entries()) {
    const inColumn = boxes
      .filter(box => box.stage === stage)
      .map((box, index) => ({ box, pull: pull(box.id, index, edges, rows) }))
      .sort((a, b) => a.pull - b.pull)
    for (const [row, { box }] of inColumn.entries()) {
      rows.set(box.id, row)
      placed.set(box.id, {
        id: box.id,
        x: column * (sizes.box + sizes.gap),
        y: sizes.head + row * (sizes.line + sizes.between),
      })
    }
    tallest = Math.max(tallest, inColumn.length)
  }
  const bottom = sizes.head + tallest * (sizes.line + sizes.between)
  const lines = edges.flatMap(({ from, to }) => {
    const [a, b] = [placed.get(from), placed.get(to)]
    return a === undefined || b === undefined ? [] : [{ from, to, path: lineBetween(a, b, bottom) }]
  })
  return {
    width: Math.max(0, stages.length * (sizes.box + sizes.gap) - sizes.gap),
    height: bottom + sizes.between,
    columns: stages.map((stage, column) => ({ stage, x: column * (sizes.box + sizes.gap) })),
    boxes: [...placed.values()],
    lines,
  }
}

function lineBetween(from: PlacedBox, to: PlacedBox, bottom: number): string {
  const middle = sizes.line / 2
  const [x1, y1, x2, y2] = [from.x + sizes.box, from.y + middle, to.x, to.y + middle]
  if (x2 > x1) {
    const bend = Math.min(sizes.gap, x2 - x1) / 2
    return `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
  }
  return `M${x1} ${y1} C${x1 + sizes.gap} ${bottom} ${x1} ${bottom} ${(x1 + x2) / 2} ${bottom} S${x2 - sizes.gap} ${bottom} ${x2} ${y2}`
}
