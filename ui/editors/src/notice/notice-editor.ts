import type { Editor } from '../editor.ts'
import { isNotice } from './notice-text.ts'
import { NoticeView } from './notice-view.tsx'

/** The editor of a notice: to whom, by which channels, what it says in three languages, and how that looks. */
export const noticeEditor: Editor = { id: 'notice', opens: isNotice, View: NoticeView }
