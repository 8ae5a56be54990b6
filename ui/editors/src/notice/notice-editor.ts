import { isNotice } from '@tereze/package-changes'
import type { Editor } from '../editor.ts'
import { lazyView } from '../parts/lazy-view.tsx'

/** The editor of a notice: to whom, by which channels, what it says in three languages, and how that looks. */
export const noticeEditor: Editor = {
  id: 'notice',
  opens: isNotice,
  View: lazyView(async () => (await import('./notice-view.tsx')).NoticeView),
}
