/** Roles that read the drafts of services; whoever has none of them comes to the studio for regulations. */
const reading: ReadonlySet<string> = new Set(['observer', 'developer', 'reviewer', 'publisher', 'head'])

/** Whether somebody with these roles sees drafts and publications. */
export const seesDrafts = (roles: readonly string[]): boolean => roles.some(role => reading.has(role))
