import { lazy, type ReactNode, Suspense } from 'react'
import type { Editor, EditorProps } from '../editor.ts'

const Page = lazy(() => import('./document-view.tsx'))

/** The view, loaded with the library of its texts when a template is opened. */
function DocumentView(props: EditorProps): ReactNode {
  return (
    <Suspense fallback={<div className="editor-waiting" aria-busy="true" />}>
      <Page {...props} />
    </Suspense>
  )
}

/** The editor of document templates: the page as it will be, with fields, conditions and tables; opens `documents/*.document.json`. */
export const documentEditor: Editor = {
  id: 'document',
  opens: path => /^documents\/[^/]+\.document\.json$/u.test(path),
  View: DocumentView,
}
