import type { Editor } from '../editor.ts'
import { lazyView } from '../parts/lazy-view.tsx'

/** What a case holds, field by field. It is changed where it is asked: by the form constructor. */
export const dataEditor: Editor = {
  id: 'data',
  opens: path => path === 'data.schema.json',
  View: lazyView(async () => (await import('./data-list.tsx')).DataList),
}
