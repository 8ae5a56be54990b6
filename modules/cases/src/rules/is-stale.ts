import { millisecondsOf } from '../contract/duration.ts'

/** Whether an answer is older than its service wants it; never where the service does not say. */
export function isStale({ fresh }: { readonly fresh?: string }, { at }: { readonly at: string }, now: Date): boolean {
  return fresh !== undefined && now.getTime() - Date.parse(at) >= millisecondsOf(fresh)
}
