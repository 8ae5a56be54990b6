import type { WorkCard } from '@tereze/studio/contract'

/** Which works are shown. */
export const workFilters = ['open', 'mine', 'gate', 'late', 'ended'] as const
/** Which works are shown. */
export type WorkFilter = (typeof workFilters)[number]

/** Whether a work takes, or took, longer than it should; one that was stopped was not late. */
export function isLate({ days, targetDays, state, published }: WorkCard): boolean {
  return days > targetDays && (state === 'open' || published !== null)
}

function fits(card: WorkCard, filter: WorkFilter, official: string): boolean {
  const isOpen = card.state === 'open'
  switch (filter) {
    case 'open':
      return isOpen
    case 'mine':
      return isOpen && [card.begun.by, ...card.working].some(one => one.official === official)
    case 'gate':
      return isOpen && card.atGate
    case 'late':
      return isOpen && isLate(card)
    case 'ended':
      return !isOpen
  }
}

/** The works that somebody asked for, by a filter and words of the name in any language. */
export function whichWorks(
  cards: readonly WorkCard[],
  filter: WorkFilter,
  words: string,
  official: string,
): readonly WorkCard[] {
  const wanted = words.trim().toLowerCase()
  return cards.filter(card => {
    const texts = [...Object.values(card.title), card.package, card.aim]
    return fits(card, filter, official) && texts.some(text => text.toLowerCase().includes(wanted))
  })
}
