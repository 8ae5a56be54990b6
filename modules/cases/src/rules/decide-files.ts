import type { FieldProblem } from '@tereze/operation'
import type { AttachmentRef } from '../contract/attachment.ts'

/** A file as far as it matters for who may send it in. */
export interface KnownFile extends AttachmentRef {
  readonly by: string
  readonly caseId: string | null
}

/** Ids of files that a field of a form names; a value that is no list of files names none. */
export function idsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.map(file => (typeof file?.id === 'string' ? (file.id as string) : ''))
}

/** The files of a field under the names that they were kept by, or what is wrong with it. */
export type FilesDecided = { readonly files: readonly AttachmentRef[] } | { readonly problem: FieldProblem }

/** Only files that the sender brought, or that the case has already, may stand in a field of its forms; each once. */
export function decideFiles(
  pointer: string,
  value: unknown,
  known: ReadonlyMap<string, KnownFile>,
  sender: { readonly by: string; readonly caseId: string },
): FilesDecided {
  const ids = idsIn(value)
  const files = ids.flatMap(id => {
    const file = known.get(id)
    const fits = file !== undefined && (file.caseId === null ? file.by === sender.by : file.caseId === sender.caseId)
    return fits ? [{ id, name: file.name }] : []
  })
  if (files.length === ids.length && new Set(ids).size === ids.length) return { files }
  return { problem: { pointer, code: 'form.file-unknown', params: {} } }
}
