import type { ReactNode } from 'react'

/** A column: its head, and whether it holds numbers, which stand to the end. */
export interface Column {
  readonly key: string
  readonly head: string
  readonly number?: boolean
}

/** A table that becomes a list of small cards on a phone. */
export function Table(props: {
  caption: ReactNode
  /** The caption is only for those who cannot see the heading above the table. */
  captionHidden?: boolean
  columns: readonly Column[]
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}): ReactNode {
  return (
    <div className="table-scroll">
      <table className="table-cards">
        <caption className={props.captionHidden ? 'hidden-text' : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map(column => (
              <th key={column.key} scope="col" className={column.number ? 'number' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(row => (
            <tr key={row.key}>
              {props.columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {row.cells[index]}
                  </th>
                ) : (
                  <td key={column.key} data-label={column.head} className={column.number ? 'number' : undefined}>
                    {row.cells[index]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
