/** The organisation that owns sessions, codes and what the OpenID provider keeps. */
export const platform = 'platform'
