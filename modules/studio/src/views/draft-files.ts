import type { Reader } from '@tereze/foundation-database'
import { listFiles } from '../store/revisions.ts'

/** The files of a draft as they are now, by path. */
export async function filesOfDraft(reader: Reader, organisation: string, draft: string): Promise<Map<string, string>> {
  return new Map((await listFiles(reader, organisation, draft)).map(({ path, text }) => [path, text]))
}
