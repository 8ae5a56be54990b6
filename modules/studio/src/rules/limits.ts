/** Most drafts of an organisation at a time, removed ones not counted. */
export const mostDrafts = 200
/** Days for which a removed draft can be returned. */
export const daysToReturn = 30
/** Revisions that the history gives at once. */
export const revisionsAtOnce = 50
/** Most runs of the test bench of an organisation that wait at a time. */
export const mostRuns = 5
/** Runs of the test bench that are kept of a draft. */
export const runsKept = 20
/** Most works of an organisation on their way at a time. */
export const mostWorks = 200
/** Most hypotheses of a work. */
export const mostHypotheses = 20
