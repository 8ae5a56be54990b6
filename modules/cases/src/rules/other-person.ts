/** Nodes whose doers may not do a task, as its process says: `tereze:otherThan="review check"`. */
export function otherThan(attributes: Readonly<Record<string, string>> | undefined): string[] {
  return (attributes?.otherThan ?? '').split(/\s+/).filter(node => node !== '')
}

/** A task that an official completed. */
export interface Completed {
  readonly node: string
  readonly by: string
}

/** The earlier task that keeps an official from one now: the last of those named that they did; null when they may do it. */
export function decideOther(
  nodes: readonly string[],
  completed: readonly Completed[],
  official: string,
): string | null {
  return completed.find(({ node, by }) => by === official && nodes.includes(node))?.node ?? null
}
