import type { Editor } from '../editor.ts'
import { lazyView } from '../parts/lazy-view.tsx'

/** The designer of life situations: what begins one, its journey as a picture, what it offers, and trying it out. */
export const situationEditor: Editor = {
  id: 'situation',
  opens: path => path === 'situation.json',
  View: lazyView(async () => (await import('./situation-view.tsx')).SituationView),
}
