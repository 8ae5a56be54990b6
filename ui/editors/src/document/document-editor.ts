import type { Editor } from '../editor.ts'
import { lazyView } from '../parts/lazy-view.tsx'

/** The editor of document templates: the page as it will be, with fields, conditions and tables; opens `documents/*.document.json`. */
export const documentEditor: Editor = {
  id: 'document',
  opens: path => /^documents\/[^/]+\.document\.json$/u.test(path),
  View: lazyView(async () => (await import('./document-view.tsx')).default),
}
