/** Ids of records in a text of any form (a list, a column of a table), each once, in their order. */
export function readRecordIds(text: string): string[] {
  return [...new Set(text.match(/[a-z][a-z0-9-]*_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])]
}
