import { lazy, type ReactNode, Suspense } from 'react'
import type { Editor, EditorProps } from '../editor.ts'

const Steps = lazy(() => import('./process-view.tsx'))

/** The view, loaded with the libraries of processes when a file of them is opened. */
function ProcessView(props: EditorProps): ReactNode {
  return (
    <Suspense fallback={<div className="editor-waiting" aria-busy="true" />}>
      <Steps {...props} />
    </Suspense>
  )
}

/** The constructor of processes: picture, list of steps, their settings; opens `process.bpmn`. */
export const processEditor: Editor = {
  id: 'process',
  opens: path => path === 'process.bpmn',
  View: ProcessView,
}
