/** Cases of a trial of which the process failed: from so many on, and above so many percent, the trial gets no more cases. */
export const holdLimit = { faulty: 3, percent: 5 } as const

/** Fewer cases than this on either side say nothing that chance could not. */
export const fewestToCompare = 30

/** Whether a trial gets no more cases until a publisher decides. */
export function isToHold({ cases, faulty }: { readonly cases: number; readonly faulty: number }): boolean {
  return faulty >= holdLimit.faulty && faulty * 100 > cases * holdLimit.percent
}
