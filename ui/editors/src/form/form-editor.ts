import type { Editor } from '../editor.ts'
import { lazyView } from '../parts/lazy-view.tsx'

/** The form constructor: pages, questions, conditions and words of a `*.form.json` with the data schema beside it. */
export const formEditor: Editor = {
  id: 'form',
  opens: path => /(^|\/)forms\/[^/]+\.form\.json$/.test(path),
  View: lazyView(async () => (await import('./form-view.tsx')).FormView),
}
