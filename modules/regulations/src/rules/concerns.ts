/** Whether an organisation has to do with a regulation: it is its own, or it has or had a turn in its life. */
export function concerns(
  organisation: string,
  row: { readonly owner: string; readonly bodies: readonly string[] },
): boolean {
  return row.owner === organisation || row.bodies.includes(`org:${organisation}`)
}
