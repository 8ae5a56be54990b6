import { lazy, type ReactNode, Suspense } from 'react'
import type { Editor, EditorProps } from '../editor.ts'

const Table = lazy(() => import('./decision-view.tsx'))

/** The view, loaded with the libraries of decisions when a file of them is opened. */
function DecisionView(props: EditorProps): ReactNode {
  return (
    <Suspense fallback={<div className="editor-waiting" aria-busy="true" />}>
      <Table {...props} />
    </Suspense>
  )
}

/** The constructor of decisions: tables, expressions, what needs what; opens `decisions/*.dmn`. */
export const decisionEditor: Editor = {
  id: 'decision',
  opens: path => /^decisions\/[^/]+\.dmn$/u.test(path),
  View: DecisionView,
}
