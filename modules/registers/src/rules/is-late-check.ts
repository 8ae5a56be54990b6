const day = 86_400_000

/** Whether a complete check that is under way should have been through: it began a day ago or more. Pure. */
export function isLateCheck(check: { readonly state: string; readonly startedAt: string } | null, now: Date): boolean {
  return check?.state === 'running' && now.getTime() - Date.parse(check.startedAt) >= day
}
