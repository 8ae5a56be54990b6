import type { Task } from './task.ts'

/** Whether tasks may be completed alike: several of the same work of one service, none of them in a colleague's hands. */
export function decideAlike(tasks: readonly Task[], official: string): boolean {
  const [first] = tasks
  return (
    first !== undefined &&
    tasks.length > 1 &&
    tasks.every(
      ({ service, title, role, holder }) =>
        service === first.service &&
        title.en === first.title.en &&
        role === first.role &&
        (holder === null || holder.official === official),
    )
  )
}
