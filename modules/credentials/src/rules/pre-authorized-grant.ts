/** Grant type of an offer's code (OpenID4VCI 1.0, 6.1). */
export const preAuthorizedGrant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'
