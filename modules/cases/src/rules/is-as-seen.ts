/** Whether a case still is as a client saw it; a client that does not say what it saw takes it as it is. */
export function isAsSeen(row: { readonly revision: number }, seen: number | undefined): boolean {
  return seen === undefined || seen === row.revision
}
