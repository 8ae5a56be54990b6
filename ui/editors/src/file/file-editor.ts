import { formatOf } from '@tereze/package-changes'
import type { Editor } from '../editor.ts'
import { lazyView } from '../parts/lazy-view.tsx'

/** The editor of the small files of a package: a form drawn by the format of the file, whichever it is. */
export const fileEditor: Editor = {
  id: 'file',
  opens: path => formatOf(path) !== null,
  View: lazyView(async () => (await import('./file-view.tsx')).FileView),
}
