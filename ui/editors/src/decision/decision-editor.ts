import type { Editor } from '../editor.ts'
import { lazyView } from '../parts/lazy-view.tsx'

/** The constructor of decisions: tables, expressions, what needs what; opens `decisions/*.dmn`. */
export const decisionEditor: Editor = {
  id: 'decision',
  opens: path => /^decisions\/[^/]+\.dmn$/u.test(path),
  View: lazyView(async () => (await import('./decision-view.tsx')).default),
}
