/** Does some work for each of many things, so many at once, the first things first. What one piece of work throws, it throws. */
export async function sideBySide<T>(
  width: number,
  things: readonly T[],
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const queue = [...things.entries()]
  const take = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next[1])
  }
  await Promise.all(Array.from({ length: width }, take))
}
