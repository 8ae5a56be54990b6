import { baseKeymap, toggleMark } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { EditorState, Selection } from 'prosemirror-state'
import { EditorView, type NodeView } from 'prosemirror-view'
import { documentOf, messageOf, textSchema } from './text-model.ts'

/** What a text asks of the screen around it; looked up when it is needed, since it changes. */
export interface TextHost {
  readonly readOnly: boolean
  /** What a field is called, in the language of the screen. */
  nameOf(field: string): string
  write(message: string): void
  /** Enter: what comes after this text is begun. */
  next(): void
  /** Backspace in a text without a letter. */
  leave(): void
  /** Somebody wants to put a field in. */
  pick(): void
}

/** A field or an argument as a chip: its name, no text that could be changed. */
function chip(node: Node, host: () => TextHost): NodeView {
  const dom = document.createElement('span')
  dom.contentEditable = 'false'
  const isField = node.type.name === 'field'
  dom.className = isField ? 'doc-chip' : 'doc-chip doc-chip-cases'
  dom.dataset[isField ? 'field' : 'cases'] = String(isField ? node.attrs.name : node.attrs.source)
  dom.textContent = isField ? host().nameOf(String(node.attrs.name)) : String(node.attrs.source)
  return { dom, ignoreMutation: () => true }
}

/** Opens a text for writing inside of an element. */
export function openText(
  place: HTMLElement,
  message: string,
  attributes: Readonly<Record<string, string>>,
  host: () => TextHost,
): EditorView {
  const stateOf = (text: string) =>
    EditorState.create({
      doc: documentOf(text),
      schema: textSchema,
      plugins: [
        keymap({
          Enter: () => {
            host().next()
            return true
          },
          'Shift-Enter': () => true,
          Backspace: state => {
            if (state.doc.content.size > 0) return false
            host().leave()
            return true
          },
          'Mod-b': toggleMark(textSchema.marks.bold),
          'Mod-i': toggleMark(textSchema.marks.italic),
          'Ctrl-Space': () => {
            host().pick()
            return true
          },
        }),
        keymap(baseKeymap),
      ],
    })
  return new EditorView(
    { mount: place },
    {
      state: stateOf(message),
      attributes: { ...attributes },
      editable: () => !host().readOnly,
      nodeViews: { field: node => chip(node, host), cases: node => chip(node, host) },
      // What comes from elsewhere is words: its look, its fields and its lines stay behind.
      transformPastedText: text => text.replaceAll(/\s+/gu, ' '),
      handleTextInput(_view, _from, _to, text) {
        if (text !== '{') return false
        host().pick()
        return true
      },
      dispatchTransaction(this: EditorView, step) {
        this.updateState(this.state.apply(step))
        if (step.docChanged) host().write(messageOf(this.state.doc))
      },
    },
  )
}

/** Shows another message in an open text, as after undoing; the caret stays where it can. */
export function showMessage(view: EditorView, message: string): void {
  const doc = documentOf(message)
  if (doc.eq(view.state.doc)) return
  const caret = Math.min(view.state.selection.head, doc.content.size)
  const state = EditorState.create({ doc, schema: textSchema, plugins: view.state.plugins })
  view.updateState(state.apply(state.tr.setSelection(Selection.near(state.doc.resolve(caret), -1))))
}

/** Puts a field where the caret stands. */
export function insertField(view: EditorView, name: string): void {
  view.dispatch(view.state.tr.replaceSelectionWith(textSchema.node('field', { name }), true).scrollIntoView())
  view.focus()
}

/** Makes what is selected bold or slanted, or not any more. */
export function toggleStyle(view: EditorView, style: 'bold' | 'italic'): void {
  toggleMark(textSchema.marks[style])(view.state, view.dispatch)
  view.focus()
}
