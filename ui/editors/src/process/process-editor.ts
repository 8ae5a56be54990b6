import type { Editor } from '../editor.ts'
import { lazyView } from '../parts/lazy-view.tsx'

/** The constructor of processes: picture, list of steps, their settings; opens `process.bpmn`. */
export const processEditor: Editor = {
  id: 'process',
  opens: path => path === 'process.bpmn',
  View: lazyView(async () => (await import('./process-view.tsx')).default),
}
