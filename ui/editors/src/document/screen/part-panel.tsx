import { isList, isObject, type Json } from '@tereze/forms'
import type { ReactNode } from 'react'
import { CheckSetting, ChoiceSetting, NumberSetting } from '../../form/screen/setting.tsx'
import { Press } from '../../parts/fields.tsx'
import { valuesAt } from '../changes/write-text.ts'
import { at, type Steps, withAt, withMoved } from '../draft/document-draft.ts'
import { kindOf, partsIn, withNewColumn, withNewLine, withNewRow, withoutColumn } from '../draft/parts.ts'
import { readValue, writeValue } from '../draft/value.ts'
import { firstWords } from '../words.ts'
import { useDesk } from './document-desk.ts'
import { DocumentFeel } from './document-feel.tsx'
import { ValueSetting } from './value-setting.tsx'

const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : [])

/** An expression of the template that is written as `= …`, or bare where it is a condition. */
function FeelAt({
  steps,
  label,
  hint,
  bare,
}: {
  steps: Steps
  label: string
  hint?: string
  bare?: boolean
}): ReactNode {
  const { draft, apply } = useDesk()
  const value = at(draft, steps)
  const text = typeof value === 'string' ? value : ''
  return (
    <DocumentFeel
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={bare ? text : text.replace(/^= /u, '')}
      commit={next => apply(withAt(draft, steps, next === undefined ? undefined : bare ? next : `= ${next}`))}
    />
  )
}

/** When a part, a line or a row is there. */
function WhenAt({ steps, label }: { steps: Steps; label: string }): ReactNode {
  const { say } = useDesk()
  return <FeelAt steps={[...steps, 'when']} label={label} hint={say('when.hint')} bare />
}

/** The fields of a text: what stands for each. */
function ValuesAt({ holder }: { holder: Steps }): ReactNode {
  const { draft, apply, say } = useDesk()
  const values = valuesAt(draft, { holder, member: 'text' })
  return Object.entries(values).map(([name, value]) => (
    <ValueSetting
      key={name}
      label={say('value.of', { name })}
      value={readValue(value)}
      commit={next => apply(withAt(draft, [...holder, 'values', name], writeValue(next)))}
    />
  ))
}

/** What can be done with a line, a point, a row or a column. */
function ItemTools({
  list,
  index,
  name,
  remove,
}: {
  list: Steps
  index: number
  name: string
  remove?: () => void
}): ReactNode {
  const { draft, apply, say, readOnly } = useDesk()
  const count = listOf(at(draft, list)).length
  if (readOnly) return null
  return (
    <div className="editor-presses" role="toolbar" aria-label={name}>
      <Press off={index === 0} press={() => apply(withMoved(draft, list, index, -1))}>
        {say('move.up')}
      </Press>
      <Press off={index === count - 1} press={() => apply(withMoved(draft, list, index, 1))}>
        {say('move.down')}
      </Press>
      <Press off={count === 1} press={remove ?? (() => apply(withAt(draft, [...list, String(index)], undefined)))}>
        {say('remove')}
      </Press>
    </div>
  )
}

function FieldLines({ list }: { list: Steps }): ReactNode {
  const { draft, apply, say, readOnly } = useDesk()
  const lines = listOf(at(draft, list))
  return (
    <>
      {lines.map((line, index) => {
        const own = [...list, String(index)]
        const name = say('line.number', { number: index + 1 })
        return (
          <details key={own.join('/')} className="doc-item">
            <summary>{name}</summary>
            <ValueSetting
              label={say('line.value')}
              value={readValue(isObject(line) ? line.value : undefined)}
              commit={next => apply(withAt(draft, [...own, 'value'], writeValue(next)))}
            />
            <WhenAt steps={own} label={say('when.line')} />
            <ItemTools list={list} index={index} name={name} />
          </details>
        )
      })}
      {readOnly ? null : (
        <Press press={() => apply(withNewLine(draft, list, lines.length, firstWords))}>{say('line.add')}</Press>
      )}
    </>
  )
}

function Points({ list }: { list: Steps }): ReactNode {
  const { draft, apply, say, readOnly } = useDesk()
  const part = list.slice(0, -1)
  const points = listOf(at(draft, list))
  return (
    <>
      <CheckSetting
        label={say('points.numbered')}
        readOnly={readOnly}
        value={at(draft, [...part, 'numbered']) === true}
        commit={numbered => apply(withAt(draft, [...part, 'numbered'], numbered ? true : undefined))}
      />
      {points.map((_, index) => {
        const own = [...list, String(index)]
        const name = say('point.number', { number: index + 1 })
        return (
          <details key={own.join('/')} className="doc-item">
            <summary>{name}</summary>
            <WhenAt steps={own} label={say('when.line')} />
            <ValuesAt holder={own} />
            <ItemTools list={list} index={index} name={name} />
          </details>
        )
      })}
      {readOnly ? null : (
        <Press press={() => apply(withNewLine(draft, list, points.length, firstWords))}>{say('point.add')}</Press>
      )}
    </>
  )
}

function TableSettings({ table }: { table: Steps }): ReactNode {
  const { draft, apply, say, readOnly } = useDesk()
  const columns = listOf(at(draft, [...table, 'columns']))
  const rows = listOf(at(draft, [...table, 'rows']))
  return (
    <>
      {columns.map((column, index) => {
        const own = [...table, 'columns', String(index)]
        const name = say('table.column', { number: index + 1 })
        return (
          <details key={own.join('/')} className="doc-item">
            <summary>{name}</summary>
            <NumberSetting
              label={say('table.width')}
              whole
              readOnly={readOnly}
              value={isObject(column) && typeof column.width === 'number' ? column.width : 1}
              commit={width => {
                if (width === undefined || (width >= 1 && width <= 12)) apply(withAt(draft, [...own, 'width'], width))
              }}
            />
            <ChoiceSetting
              label={say('table.align')}
              readOnly={readOnly}
              value={isObject(column) && column.align === 'end' ? 'end' : 'start'}
              options={(['start', 'end'] as const).map(value => ({ value, text: say(`table.align.${value}`) }))}
              commit={align => apply(withAt(draft, [...own, 'align'], align === 'end' ? 'end' : undefined))}
            />
            {readOnly ? null : (
              <Press off={columns.length === 1} press={() => apply(withoutColumn(draft, table, index))}>
                {say('remove')}
              </Press>
            )}
          </details>
        )
      })}
      {readOnly ? null : (
        <Press off={columns.length >= 8} press={() => apply(withNewColumn(draft, table, firstWords))}>
          {say('table.add-column')}
        </Press>
      )}
      {rows.map((row, index) => {
        const own = [...table, 'rows', String(index)]
        const name = say('table.row', { number: index + 1 })
        return (
          <details key={own.join('/')} className="doc-item">
            <summary>{name}</summary>
            <FeelAt steps={[...own, 'each']} label={say('table.for-each')} hint={say('table.for-each.hint')} />
            <WhenAt steps={own} label={say('when.line')} />
            {listOf(isObject(row) ? row.cells : undefined).map((_, cell) => (
              <ValuesAt key={cell.toString()} holder={[...own, 'cells', String(cell)]} />
            ))}
            <ItemTools list={[...table, 'rows']} index={index} name={name} />
          </details>
        )
      })}
      {readOnly ? null : (
        <Press press={() => apply(withNewRow(draft, table, rows.length, firstWords))}>{say('table.add-row')}</Press>
      )}
    </>
  )
}

/** What is set of the selected part: when it is there, and what its fields stand for. */
export function PartPanel({ index }: { index: number }): ReactNode {
  const { draft, say } = useDesk()
  const steps = ['body', String(index)]
  const kind = kindOf(partsIn(draft)[index])
  return (
    <>
      <h3>{say('part.name', { kind: say(kind === null ? 'part.other' : `part.${kind}`), number: index + 1 })}</h3>
      <WhenAt steps={steps} label={say('when')} />
      {kind === 'list' ? (
        <FeelAt steps={[...steps, 'list']} label={say('list.of')} hint={say('table.for-each.hint')} />
      ) : null}
      {kind === 'clauses' ? <FeelAt steps={[...steps, 'clauses']} label={say('clauses.of')} /> : null}
      {kind === 'text' || kind === 'heading' || kind === 'list' ? <ValuesAt holder={steps} /> : null}
      {kind === 'fields' ? <FieldLines list={[...steps, 'fields']} /> : null}
      {kind === 'items' ? <Points list={[...steps, 'items']} /> : null}
      {kind === 'table' ? <TableSettings table={[...steps, 'table']} /> : null}
    </>
  )
}
