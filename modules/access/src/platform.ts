/** Powers and consents are of persons, and kept by the portal's operator. */
export const platform = 'platform'
