import type { Editor } from '../editor.ts'
import { isWords } from './is-words.ts'
import { WordsView } from './words-view.tsx'

/** The editor of the words of a package: all three languages side by side, whichever of their files is opened. */
export const wordsEditor: Editor = { id: 'words', opens: isWords, View: WordsView }
