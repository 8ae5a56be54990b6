import type { Language } from '@tereze/ui-components'
import type { EditorView } from 'prosemirror-view'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { fieldName, type TextPlace, valuesAt, writeText } from '../changes/write-text.ts'
import { keyAt, wordsOf } from '../draft/document-draft.ts'
import type { OfferedField } from '../draft/offered-fields.ts'
import { readValue } from '../draft/value.ts'
import { useDesk } from './document-desk.ts'
import { FieldPicker } from './field-picker.tsx'
import { insertField, openText, showMessage, type TextHost, toggleStyle } from './open-text.ts'

/** A text of the page in one language: written where it stands, with fields as chips. */
export function TextBox(props: {
  place: TextPlace
  in: Language
  /** What the text is, for who cannot see where it stands. */
  label: string
  /** Whether fields may stand in it. */
  fields: boolean
  focus: boolean
  next?: (() => void) | undefined
  leave?: (() => void) | undefined
}): ReactNode {
  const desk = useDesk()
  const { draft, say, readOnly } = desk
  const key = keyAt(draft, [...props.place.holder, props.place.member])
  const message = key === null ? '' : wordsOf(draft, key)[props.in]
  const label = say('text.label', { name: props.label, language: say(`language.${props.in}`) })
  const mount = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const hint = useId()
  const [picking, setPicking] = useState(false)
  /** The field that is being put in: its value comes into the template with the text. */
  const added = useRef<{ name: string; value: OfferedField } | null>(null)
  const nameOf = (name: string) => {
    const { is } = readValue(valuesAt(draft, props.place)[name])
    return desk.fields.find(field => field.is === is)?.label ?? (is === '' ? name : is)
  }
  const host = useRef<TextHost>(null)
  host.current = {
    readOnly,
    nameOf,
    write(written) {
      const value = added.current
      added.current = null
      desk.apply(
        writeText(
          draft,
          props.place,
          props.in,
          written,
          value && { name: value.name, value: { is: value.value.is, as: value.value.as } },
        ),
      )
    },
    next: () => props.next?.(),
    leave: () => props.leave?.(),
    pick: () => {
      if (props.fields && !readOnly) setPicking(true)
    },
  }
  useEffect(() => {
    if (mount.current === null) return
    const attributes = {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': mount.current.dataset.label ?? '',
      class: 'doc-text',
      lang: mount.current.dataset.lang ?? '',
    }
    const open = openText(
      mount.current,
      mount.current.dataset.message ?? '',
      attributes,
      () => host.current as TextHost,
    )
    view.current = open
    return () => open.destroy()
  }, [])
  useEffect(() => {
    const open = view.current
    if (open === null) return
    showMessage(open, message)
    open.dom.setAttribute('aria-label', label)
    open.dom.setAttribute('aria-readonly', String(readOnly))
    for (const chip of open.dom.querySelectorAll<HTMLElement>('[data-field]')) {
      const name = host.current?.nameOf(chip.dataset.field ?? '') ?? ''
      if (chip.textContent !== name) chip.textContent = name
    }
  })
  const { focus } = props
  const { focused } = desk
  useEffect(() => {
    if (!focus) return
    view.current?.focus()
    focused()
  }, [focus, focused])

  const isEmpty = message === ''
  return (
    <div className={isEmpty ? 'doc-box doc-box-empty' : 'doc-box'} data-hint={say('text.empty')}>
      <div
        ref={mount}
        data-label={label}
        data-message={message}
        data-lang={props.in}
        aria-describedby={props.fields && !readOnly ? hint : undefined}
      />
      {readOnly ? null : (
        <div className="doc-box-tools" role="toolbar" aria-label={say('tools', { name: label })}>
          <button
            type="button"
            aria-label={say('bold')}
            title={say('bold')}
            onClick={() => view.current && toggleStyle(view.current, 'bold')}
          >
            <b aria-hidden="true">B</b>
          </button>
          <button
            type="button"
            aria-label={say('italic')}
            title={say('italic')}
            onClick={() => view.current && toggleStyle(view.current, 'italic')}
          >
            <i aria-hidden="true">I</i>
          </button>
          {props.fields ? (
            <button type="button" aria-expanded={picking} onClick={() => setPicking(!picking)}>
              {say('field.insert')}
            </button>
          ) : null}
          {props.fields ? (
            <span id={hint} className="hidden-text">
              {say('field.keys')}
            </span>
          ) : null}
        </div>
      )}
      {picking ? (
        <FieldPicker
          close={() => {
            setPicking(false)
            view.current?.focus()
          }}
          take={field => {
            setPicking(false)
            const open = view.current
            if (open === null) return
            const name = fieldName(draft, props.place, field)
            added.current = { name, value: field }
            insertField(open, name)
          }}
        />
      ) : null}
    </div>
  )
}
