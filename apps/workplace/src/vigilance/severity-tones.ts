/** How each severity of an incident looks; the word always stands beside. */
export const severityTones = { high: 'no', medium: 'you', low: 'later' } as const
