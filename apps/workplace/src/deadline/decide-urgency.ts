/** How pressing a deadline is; each has a word and a colour. */
export type Urgency = 'none' | 'late' | 'today' | 'soon' | 'calm'

/** Urgency of what has so many working days left; negative is overdue, null has no deadline. */
export function decideUrgency(daysLeft: number | null): Urgency {
  if (daysLeft === null) return 'none'
  if (daysLeft < 0) return 'late'
  if (daysLeft === 0) return 'today'
  return daysLeft <= 2 ? 'soon' : 'calm'
}
