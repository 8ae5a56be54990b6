import { isWords } from '@tereze/package-changes'
import type { Editor } from '../editor.ts'
import { lazyView } from '../parts/lazy-view.tsx'

/** The editor of the words of a package: all three languages side by side, whichever of their files is opened. */
export const wordsEditor: Editor = {
  id: 'words',
  opens: isWords,
  View: lazyView(async () => (await import('./words-view.tsx')).WordsView),
}
