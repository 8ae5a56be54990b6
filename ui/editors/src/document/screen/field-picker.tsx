import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { OfferedField } from '../draft/offered-fields.ts'
import { useDesk } from './document-desk.ts'

/** Most fields that are shown; the search finds the others. */
const most = 60

/** A field is chosen by its name: searched by writing, walked by the arrows, taken by Enter. */
export function FieldPicker({ take, close }: { take: (field: OfferedField) => void; close: () => void }): ReactNode {
  const { fields, say } = useDesk()
  const id = useId()
  const [search, setSearch] = useState('')
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean)
  const fits = fields.filter(({ is, label }) => words.every(word => `${label} ${is}`.toLowerCase().includes(word)))
  const found = fits.slice(0, most)

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = found[active]
    if (step !== undefined && found.length > 0) setActive((active + step + found.length) % found.length)
    else if (event.key === 'Enter' && chosen !== undefined) take(chosen)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search
      className="doc-picker floating"
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      <label htmlFor={id}>{say('field.search')}</label>
      <input
        ref={input}
        id={id}
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${active}`}
        autoComplete="off"
        value={search}
        onChange={event => {
          setSearch(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p className="hidden-text" role="status">
        {say('field.found', { count: fits.length })}
      </p>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={say('field.list')}>
        {found.map((field, index) => (
          <div
            key={field.is}
            id={`${id}-${index}`}
            data-index={index}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={event => {
              event.preventDefault()
              take(field)
            }}
          >
            <span>{field.label}</span> <code>{field.is}</code>
          </div>
        ))}
      </div>
      {found.length === 0 ? <p className="soft">{say('field.none')}</p> : null}
    </search>
  )
}
