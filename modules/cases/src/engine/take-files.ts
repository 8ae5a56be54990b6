import type { FormLayout } from '@tereze/forms'
import type { FieldProblem } from '@tereze/operation'
import { decideFiles, idsIn } from '../rules/decide-files.ts'
import { fileFields } from '../rules/file-fields.ts'
import { readAt, writeAt } from '../rules/pointer.ts'
import { lockAttachments, updateCase } from '../store/attachments.ts'
import type { CaseRun } from './case-run.ts'

type Data = Record<string, unknown>

/** Answers whose files belong to the case now, or the fields whose files may not be sent in by who answers. */
export type TakenFiles = { readonly data: Data } | { readonly problems: readonly FieldProblem[] }

/** Gives the files at some places of what was sent in to the case. */
export async function takeFilesAt(run: CaseRun, pointers: readonly string[], given: Data): Promise<TakenFiles> {
  const { context, row } = run
  const asked = pointers.filter(pointer => (readAt(given, pointer) ?? null) !== null)
  const ids = asked.flatMap(pointer => idsIn(readAt(given, pointer)))
  const found = await lockAttachments(context.tx, ids)
  const known = new Map(found.map(file => [file.id, file]))
  const sender = { by: context.actor.id, caseId: row.id }
  const problems: FieldProblem[] = []
  let data = given
  for (const pointer of asked) {
    const decided = decideFiles(pointer, readAt(given, pointer), known, sender)
    if ('problem' in decided) problems.push(decided.problem)
    else data = writeAt(data, pointer, decided.files)
  }
  if (problems.length > 0) return { problems }
  updateCase(context.tx, ids, row.id)
  return { data }
}

/** Gives the files in the answers to a form to the case. */
export function takeFiles(run: CaseRun, layout: FormLayout, given: Data): Promise<TakenFiles> {
  return takeFilesAt(run, fileFields(layout, given), given)
}
