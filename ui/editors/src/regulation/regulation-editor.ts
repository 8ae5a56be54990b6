import { regulationSource } from '@tereze/regulation'
import type { Editor } from '../editor.ts'
import { lazyView } from '../parts/lazy-view.tsx'

/** The editor of the digital regulation that a package is made from. It opens the package's own regulation too: that is made from the same source. */
export const regulationEditor: Editor = {
  id: 'regulation',
  opens: path => path === regulationSource || path === 'regulation.json',
  View: lazyView(async () => (await import('./view.tsx')).RegulationView),
}
