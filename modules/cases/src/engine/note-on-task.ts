import type { Context } from '@tereze/foundation-operations'
import { type CommentRow, insertComment } from '../store/comments.ts'
import type { TaskRow } from '../store/tasks.ts'

/** Notes among the comments of a case that a task went from one official to another; whoever gets it finds that among their mentions. */
export async function noteOnTask(
  context: Context,
  task: TaskRow,
  note: Pick<CommentRow, 'kind' | 'receiver' | 'text'>,
): Promise<void> {
  await insertComment(context.tx, {
    id: context.ids.newId('comment'),
    caseId: task.caseId,
    at: context.now.toISOString(),
    author: context.actor.id,
    node: task.node,
    mentions: note.receiver === null ? [] : [note.receiver],
    ...note,
  })
}
