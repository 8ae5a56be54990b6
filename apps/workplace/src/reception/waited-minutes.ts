/** Seconds of waiting as whole minutes, as people tell them: half a minute counts as one. */
export function waitedMinutes(seconds: number): number {
  return Math.round(seconds / 60)
}
