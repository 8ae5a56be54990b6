const minute = 60_000

/**
 * How many codes may be asked for, and within which time, milliseconds: for one number, whoever asks; from one address, whatever the number;
 * for all numbers together, which the operator sets.
 */
export const sendingLimits = {
  numberSoon: { most: 3, within: 15 * minute },
  numberDay: { most: 10, within: 24 * 60 * minute },
  address: { most: 20, within: 60 * minute },
  all: { within: 60 * minute },
} as const

/** Codes that were asked for so far, under each limit. */
export interface Asked {
  readonly numberSoon: number
  readonly numberDay: number
  readonly address: number
  readonly all: number
}

/** Which limit keeps another code from being sent, and how many minutes it holds at most; null when none does. */
export function decideSending(
  asked: Asked,
  mostInAnHour: number,
): { readonly limit: keyof typeof sendingLimits; readonly minutes: number } | null {
  const mosts = {
    numberSoon: sendingLimits.numberSoon.most,
    numberDay: sendingLimits.numberDay.most,
    address: sendingLimits.address.most,
    all: mostInAnHour,
  }
  // The longest wait first: who is told to come back in a quarter of an hour is then let through.
  for (const limit of ['numberDay', 'address', 'all', 'numberSoon'] as const)
    if (asked[limit] >= mosts[limit]) return { limit, minutes: sendingLimits[limit].within / minute }
  return null
}
