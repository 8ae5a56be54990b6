import { readAt } from './pointer.ts'

/** Whether a pointer names something that the application or an answered task filled: only that may be corrected by its person. */
export function correctable(data: Record<string, unknown>, pointer: string): boolean {
  const answers = Object.values((data.answers ?? {}) as Record<string, unknown>)
  return answers.some(answer => readAt(answer, pointer) !== undefined)
}
