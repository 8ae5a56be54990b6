import {
  dataEditor,
  decisionEditor,
  documentEditor,
  type Editor,
  fileEditor,
  formEditor,
  noticeEditor,
  processEditor,
  regulationEditor,
  situationEditor,
  wordsEditor,
} from '@tereze/ui-editors'
import { plainText } from './plain/plain-text.tsx'

/** The editors, in the order in which they are asked whether they open a file. */
export const editors: readonly Editor[] = [
  regulationEditor,
  formEditor,
  processEditor,
  decisionEditor,
  documentEditor,
  noticeEditor,
  wordsEditor,
  situationEditor,
  dataEditor,
  fileEditor,
]

/** The editor of a file: the first that opens it, else the one for plain text. */
export function editorOf(path: string, asText: boolean): Editor {
  const own = editors.find(editor => editor.opens(path))
  return own === undefined || asText ? plainText : own
}

/** Whether a file has an editor of its own, so that its text is shown only when somebody asks. */
export function hasOwnEditor(path: string): boolean {
  return editors.some(editor => editor.opens(path))
}
