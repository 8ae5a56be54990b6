import { type DecisionTable, type Model, type Problem, setCell } from '@tereze/dmn'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { cellMistake, cellPart, mistakeOf, problemAt } from './cell-problem.ts'
import { cellSuggestions } from './cell-suggestions.ts'
import { cellText, type GridColumn, gridColumns } from './grid-column.ts'
import { gridAction, inside } from './grid-keys.ts'
import { mistakeWords } from './mistake-words.ts'
import type { SayDecision } from './say-decision.ts'
import { shownValue } from './shown-value.ts'
import type { TableFinding } from './table-findings.ts'

/** A cell of the grid: the heads are row -1. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** What the grid shows and tells. */
export interface TableGridProps {
  readonly xml: string
  readonly name: string
  readonly table: DecisionTable
  readonly model: Model
  readonly problems: readonly Problem[]
  readonly findings: readonly TableFinding[]
  /** Numbers of the rules that an example has used, from one. */
  readonly applied: readonly number[]
  readonly clauses: readonly string[]
  readonly readOnly: boolean
  readonly say: SayDecision
  readonly place: GridPlace
  readonly go: (place: GridPlace) => void
  readonly change: (xml: string) => void
  readonly addRule: (index: number, tests?: readonly string[]) => void
  readonly moveRule: (from: number, to: number) => void
}

const MOST_GAPS = 6

/** A decision table as a grid that is walked by arrows and changed cell by cell (ARIA grid pattern). */
export function TableGrid(props: TableGridProps): ReactNode {
  const { table, say, place, findings } = props
  const columns = useMemo(() => gridColumns(table), [table])
  const [editing, setEditing] = useState<{ readonly place: GridPlace; readonly text: string } | null>(null)
  const grid = useRef<HTMLTableElement>(null)
  const walked = useRef(false)
  const hint = useId()
  const last = { row: table.rules.length - 1, column: columns.length - 1 }

  useEffect(() => {
    if (!walked.current || editing !== null) return
    walked.current = false
    grid.current?.querySelector<HTMLElement>(`[data-cell="${place.row}:${place.column}"]`)?.focus()
  })

  const go = (row: number, column: number): void => {
    walked.current = true
    props.go(inside({ row, column }, last))
  }

  const write = (at: GridPlace, text: string): void => {
    const column = columns[at.column]
    const rule = table.rules[at.row]
    if (column === undefined || rule === undefined || cellText(rule, column) === text) return
    props.change(setCell(props.xml, table, column.kind, { rule: at.row, column: column.index }, text))
  }

  const open = (text?: string): void => {
    const [rule, column] = [table.rules[place.row], columns[place.column]]
    if (props.readOnly || rule === undefined || column === undefined) return
    const said = cellText(rule, column)
    setEditing({ place, text: text ?? (said === '-' ? '' : said) })
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const action = gridAction(event, place, last, props.readOnly)
    if (action === null) return
    event.preventDefault()
    switch (action.kind) {
      case 'go':
        go(action.to.row, action.to.column)
        break
      case 'move-rule':
        props.moveRule(place.row, action.to)
        go(action.to, place.column)
        break
      case 'add-rule':
        props.addRule(place.row + 1)
        walked.current = true
        props.go({ row: place.row + 1, column: 0 })
        break
      case 'clear':
        write(place, columns[place.column]?.kind === 'input' ? '-' : '')
        break
      case 'edit':
        open(action.text)
    }
  }

  const close = (text: string | null, next?: readonly [number, number]): void => {
    if (editing === null) return
    setEditing(null)
    if (text !== null) {
      const kind = columns[editing.place.column]?.kind
      write(editing.place, kind === 'input' && text.trim() === '' ? '-' : text)
    }
    if (next !== undefined) go(...next)
    else walked.current = true
  }

  const gaps = findings.filter(({ kind }) => kind === 'gap')
  return (
    <div className="decision-scroll">
      <p id={hint} className="hint">
        {say('grid.keys')}
      </p>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid that is walked by arrows is a table too
        role="grid"
        ref={grid}
        className="decision-grid"
        aria-label={say('grid', { name: props.name })}
        aria-describedby={hint}
        aria-readonly={props.readOnly}
      >
        <thead>
          <tr>
            <th scope="col">{say('rule')}</th>
            {columns.map((column, c) => (
              <th
                key={`${column.kind}-${column.index}`}
                scope="col"
                className={`decision-${column.kind}${place.row === -1 && place.column === c ? ' decision-here' : ''}`}
                data-cell={`-1:${c}`}
                tabIndex={place.row === -1 && place.column === c ? 0 : -1}
                onFocus={() => props.go({ row: -1, column: c })}
                onKeyDown={onKeyDown}
              >
                <span className="decision-kind">{say(`kind.${column.kind}`)}</span> {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rules.map((rule, r) => {
            const own = marksOf(say, findings, r + 1)
            const used = props.applied.includes(r + 1)
            return (
              <tr key={rule.id || r} className={used ? 'decision-applied' : undefined}>
                <th scope="row">
                  {r + 1}
                  {used ? <span className="decision-mark">{say('rule.applied')}</span> : null}
                  {own.map(mark => (
                    <span key={mark} className="decision-mark decision-bad">
                      {mark}
                    </span>
                  ))}
                </th>
                {columns.map((column, c) => {
                  const here = place.row === r && place.column === c
                  const edited = editing !== null && here && editing.place.row === r && editing.place.column === c
                  const text = cellText(rule, column)
                  const problem = problemAt(
                    props.problems,
                    cellPart(table, column.kind, { rule: r, column: column.index }),
                  )
                  return (
                    <td
                      key={`${column.kind}-${column.index}`}
                      className={`decision-${column.kind}${problem === undefined ? '' : ' decision-wrong'}${here ? ' decision-here' : ''}`}
                      data-cell={`${r}:${c}`}
                      tabIndex={edited ? undefined : here ? 0 : -1}
                      aria-invalid={problem === undefined ? undefined : true}
                      title={problem === undefined ? undefined : mistakeWords(say, mistakeOf(problem, text))}
                      onFocus={() => here || props.go({ row: r, column: c })}
                      onDoubleClick={() => open()}
                      onKeyDown={edited ? undefined : onKeyDown}
                    >
                      {edited ? (
                        <CellInput
                          {...props}
                          column={column}
                          row={r}
                          text={editing.text}
                          close={(said, way) =>
                            close(said, way === 'down' ? [r + 1, c] : way === 'right' ? [r, c + 1] : undefined)
                          }
                        />
                      ) : column.kind === 'input' && text === '-' ? (
                        <span className="decision-any">{say('any')}</span>
                      ) : (
                        text
                      )}
                    </td>
                  )
                })}
              </tr>
            )
          })}
          {gaps.slice(0, MOST_GAPS).map((gap, g) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: gaps have no other name
            <tr key={`gap-${g}`} className="decision-gap">
              <th scope="row">{say('gap')}</th>
              {columns.map((column, c) => (
                <td key={`${column.kind}-${column.index}`}>
                  {column.kind === 'input' ? (
                    gap.tests[column.index] === '-' ? (
                      <span className="decision-any">{say('any')}</span>
                    ) : (
                      gap.tests[column.index]
                    )
                  ) : c === table.inputs.length ? (
                    <>
                      <span className="decision-example">
                        {say('for-example', { example: exampleWords(say, gap) })}
                      </span>
                      {props.readOnly ? null : (
                        <button
                          type="button"
                          className="editor-press"
                          onClick={() => props.addRule(table.rules.length, gap.tests)}
                        >
                          {say('gap.add')}
                        </button>
                      )}
                    </>
                  ) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {gaps.length > MOST_GAPS ? <p>{say('findings.more', { count: gaps.length - MOST_GAPS })}</p> : null}
    </div>
  )
}

/** What is wrong with a rule, in words. */
export function findingWords(say: SayDecision, { kind, rules }: TableFinding): string {
  const other = rules.slice(1).join(', ')
  if (kind === 'gap' || kind === 'contradiction') return say(kind)
  return say(kind, { other })
}

/** What is wrong with a rule, one mark of each kind. */
function marksOf(say: SayDecision, findings: readonly TableFinding[], rule: number): string[] {
  const own = findings.filter(({ rules }) => rules[0] === rule)
  const kinds = [...new Set(own.map(({ kind }) => kind))]
  return kinds.map(kind => {
    const others = own.filter(finding => finding.kind === kind).flatMap(({ rules }) => rules.slice(1))
    return findingWords(say, { kind, rules: [rule, ...new Set(others)], tests: [], example: null })
  })
}

/** The example of a finding, in words. */
export function exampleWords(say: SayDecision, { example }: TableFinding): string {
  return Object.entries(example ?? {})
    .map(([name, value]) => `${name} = ${shownValue(say, value)}`)
    .join('; ')
}

/** The input in a cell: tried while it is typed, with what may be said offered. */
function CellInput(
  props: TableGridProps & {
    readonly column: GridColumn
    readonly row: number
    readonly text: string
    readonly close: (text: string | null, way?: 'down' | 'right') => void
  },
): ReactNode {
  const { column, say, table } = props
  const [text, setText] = useState(props.text)
  const input = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  const id = useId()
  useEffect(() => input.current?.focus(), [])
  const mistake = cellMistake(props.xml, table, column.kind, { rule: props.row, column: column.index }, text)
  const offered = useMemo(
    () => cellSuggestions(table, props.model, column, props.clauses),
    [table, props.model, column, props.clauses],
  )
  const close = (said: string | null, way?: 'down' | 'right'): void => {
    if (done.current) return
    done.current = true
    props.close(said, way)
  }
  return (
    <>
      <input
        ref={input}
        className="input editor-code"
        aria-label={say('cell', { number: props.row + 1, column: column.head })}
        value={text}
        list={`${id}-offered`}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={mistake === null ? undefined : true}
        aria-describedby={mistake === null ? undefined : `${id}-mistake`}
        onChange={event => setText(event.target.value)}
        onBlur={() => close(text)}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key === 'Escape') close(null)
          else if (event.key === 'Enter') close(text, 'down')
          else if (event.key === 'Tab' && !event.shiftKey) {
            event.preventDefault()
            close(text, 'right')
          }
        }}
      />
      <datalist id={`${id}-offered`}>
        {offered.map(value => (
          <option key={value} value={value} />
        ))}
      </datalist>
      {mistake === null ? null : (
        <span className="mistake" id={`${id}-mistake`} role="status">
          {mistakeWords(say, mistake)}
        </span>
      )}
    </>
  )
}
