/** How each severity of a violation looks; the word always stands beside. */
export const severityTones = { error: 'no', warning: 'you', notice: 'later' } as const

/** Severities, the gravest first. */
export const severities = ['error', 'warning', 'notice'] as const
