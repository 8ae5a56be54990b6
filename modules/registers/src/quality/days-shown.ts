/** How many days back the history of the index is shown. */
export const daysShown = 91
