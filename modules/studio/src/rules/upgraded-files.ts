import { type Files, type Generated, recordFile, regenerate, regulationSource } from '@tereze/regulation'

/**
 * The files of a variant on a newer template. What was generated follows the template; what somebody edited by hand since stays, and is
 * counted where it is made otherwise now.
 * @param made the package as its act of joining makes it on the template that it stood on: what differs from that was edited by hand. Where
 * it cannot be made any more, everything that differs from the new one counts as edited.
 */
export function upgradedFiles(
  published: ReadonlyMap<string, string>,
  made: Generated,
  next: Files,
): { readonly files: ReadonlyMap<string, string>; readonly edited: number } {
  const { [regulationSource]: act = '', [recordFile]: _record, ...generated } = next
  const record: Files = made.ok ? { [recordFile]: made.files[recordFile] ?? '' } : {}
  const current: Files = { ...Object.fromEntries(published), ...record }
  const again = regenerate(current, generated)
  const files = new Map(published)
  for (const { path, text } of again.files) {
    if (text === null) files.delete(path)
    else files.set(path, text)
  }
  files.set(regulationSource, act)
  files.set(recordFile, again.record)
  return { files, edited: again.files.reduce((sum, { conflicts }) => sum + conflicts.length, 0) }
}
