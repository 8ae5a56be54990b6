/** What screens show of wallets. */
export const shownKey = 'shown'
