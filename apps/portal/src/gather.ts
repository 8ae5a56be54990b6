import { isProblem, type Problem } from '@tereze/ui-client'

/** Waits for several calls at once: all their outputs by name, or the first problem among them. */
export async function gather<Calls extends Readonly<Record<string, Promise<unknown>>>>(
  calls: Calls,
): Promise<{ [Name in keyof Calls]: Exclude<Awaited<Calls[Name]>, Problem> } | Problem> {
  const names = Object.keys(calls)
  const replies = await Promise.all(Object.values(calls))
  for (const reply of replies) if (isProblem(reply)) return reply as Problem
  return Object.fromEntries(names.map((name, index) => [name, replies[index]])) as {
    [Name in keyof Calls]: Exclude<Awaited<Calls[Name]>, Problem>
  }
}
