/** `typ` of a credential (SD-JWT VC, 3.2.1). */
export const credentialType = 'dc+sd-jwt'
/** `typ` of a holder's proof (RFC 9901, 4.3). */
export const keyBindingType = 'kb+jwt'
/** `typ` of a status list (Token Status List, 5.1). */
export const statusListType = 'statuslist+jwt'
/** `typ` of a question to a wallet (RFC 9101, 10.8). */
export const requestType = 'oauth-authz-req+jwt'
