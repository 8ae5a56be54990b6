import { isList, isObject, type Json } from '@tereze/forms'
import type { ReactNode } from 'react'
import { at, type Steps, withAt } from '../draft/document-draft.ts'
import { kindOf, partsIn, withNewLine, withNewPart } from '../draft/parts.ts'
import { readValue } from '../draft/value.ts'
import { firstWords } from '../words.ts'
import { useDesk } from './document-desk.ts'
import { SideBySide } from './side-by-side.tsx'

const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : [])

/** What a value shows: the name of its field, or its expression. */
function ValueChip({ value }: { value: Json | undefined }): ReactNode {
  const { fields, say } = useDesk()
  const { is } = readValue(value)
  const name = fields.find(field => field.is === is)?.label ?? is
  const empty = is === '' || is === 'null'
  return <span className={empty ? 'doc-chip doc-chip-empty' : 'doc-chip'}>{empty ? say('value.none') : name}</span>
}

function When({ steps }: { steps: Steps }): ReactNode {
  const { draft, say } = useDesk()
  const when = at(draft, [...steps, 'when'])
  return typeof when === 'string' ? <p className="doc-when">{say('when.shown', { when })}</p> : null
}

function Lines({ steps, name }: { steps: Steps; name: string }): ReactNode {
  const { draft } = useDesk()
  return (
    <div className="doc-lines">
      {listOf(at(draft, steps)).map((line, index) => {
        const own = [...steps, String(index)]
        return (
          <div key={own.join('/')} className="doc-line">
            <SideBySide place={{ holder: own, member: 'label' }} label={`${name} ${index + 1}`} stacked />
            <div>
              <ValueChip value={isObject(line) ? line.value : undefined} />
              <When steps={own} />
            </div>
          </div>
        )
      })}
    </div>
  )
}

function Points({ steps, name, numbered }: { steps: Steps; name: string; numbered: boolean }): ReactNode {
  const { draft, apply } = useDesk()
  const points = listOf(at(draft, steps)).map((_, index) => {
    const own = [...steps, String(index)]
    return (
      <li key={own.join('/')}>
        <SideBySide
          place={{ holder: own, member: 'text' }}
          label={`${name} ${index + 1}`}
          fields
          next={() => apply(withNewLine(draft, steps, index + 1, firstWords))}
          leave={() => apply(withAt(draft, own, undefined))}
        />
        <When steps={own} />
      </li>
    )
  })
  return numbered ? <ol>{points}</ol> : <ul>{points}</ul>
}

function Table({ steps, name }: { steps: Steps; name: string }): ReactNode {
  const { draft, say } = useDesk()
  const columns = listOf(at(draft, [...steps, 'columns']))
  const rows = listOf(at(draft, [...steps, 'rows']))
  return (
    <div className="doc-table-frame">
      <table className="doc-table">
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th
                key={index.toString()}
                scope="col"
                className={isObject(column) && column.align === 'end' ? 'doc-end' : undefined}
              >
                <SideBySide
                  place={{ holder: [...steps, 'columns', String(index)], member: 'label' }}
                  label={say('table.column', { number: index + 1 })}
                  stacked
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const own = [...steps, 'rows', String(index)]
            const each = isObject(row) && typeof row.each === 'string' ? row.each.replace(/^= /u, '') : null
            return [
              <tr key={index.toString()}>
                {listOf(at(draft, [...own, 'cells'])).map((_, cell) => (
                  <td key={cell.toString()}>
                    <SideBySide
                      place={{ holder: [...own, 'cells', String(cell)], member: 'text' }}
                      label={say('table.cell', { name, row: index + 1, column: cell + 1 })}
                      fields
                      stacked
                    />
                  </td>
                ))}
              </tr>,
              each === null && at(draft, [...own, 'when']) === undefined ? null : (
                <tr key={`${own.join('/')} when`}>
                  <td colSpan={columns.length} className="doc-row-note">
                    {each === null ? null : <p className="doc-when">{say('table.each', { each })}</p>}
                    <When steps={own} />
                  </td>
                </tr>
              ),
            ]
          })}
        </tbody>
      </table>
    </div>
  )
}

/** A part of the page as it will look, to be written in. */
export function PartBody({ index, name }: { index: number; name: string }): ReactNode {
  const { draft, say, apply, focus, readOnly } = useDesk()
  const steps = ['body', String(index)]
  const part = partsIn(draft)[index]
  const kind = kindOf(part)
  const own = isObject(part) ? part : {}
  const next = () => {
    if (!readOnly) apply(withNewPart(draft, index + 1, 'text', firstWords), index + 1)
  }
  const leave = () => {
    if (!readOnly) apply(withAt(draft, steps, undefined), Math.max(0, index - 1))
  }
  const writing = { fields: true, focus: focus === index, next, leave }
  switch (kind) {
    case 'heading':
      if (own.heading === draft.template.title) return <p className="doc-made">{say('heading.title')}</p>
      return <SideBySide place={{ holder: steps, member: 'heading' }} label={name} {...writing} stacked />
    case 'text':
      return <SideBySide place={{ holder: steps, member: 'text' }} label={name} {...writing} />
    case 'fields':
      return <Lines steps={[...steps, 'fields']} name={say('line')} />
    case 'items':
      return <Points steps={[...steps, 'items']} name={say('point')} numbered={own.numbered === true} />
    case 'list':
      return (
        <ul>
          <li>
            <SideBySide place={{ holder: steps, member: 'text' }} label={name} {...writing} />
            <p className="doc-when">{say('list.each', { each: String(own.list).replace(/^= /u, '') })}</p>
          </li>
        </ul>
      )
    case 'table':
      return <Table steps={[...steps, 'table']} name={name} />
    case 'clauses':
      return <p className="doc-made">{say('clauses.made')}</p>
    case 'appeal':
      return <p className="doc-made">{say('appeal.made')}</p>
    case 'seal':
      return <p className="doc-seal">{say('seal.made')}</p>
    case 'qr':
      return <p className="doc-seal doc-qr">{say('qr.made')}</p>
    case null:
      return <p className="doc-made">{say('part.unknown')}</p>
  }
}
