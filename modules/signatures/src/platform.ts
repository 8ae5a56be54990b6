/** The tenant that statements and certificates of people belong to: the operator of the portal. */
export const platform = 'platform'
