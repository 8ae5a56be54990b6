/** Roles that the access policy lets see the files of documents. */
export const documentRoles: readonly string[] = ['archivist', 'head']

/** Whether somebody with these roles may see the files of documents: a link that leads to a refusal helps nobody. */
export function mayOpenDocuments(roles: readonly string[]): boolean {
  return roles.some(role => documentRoles.includes(role))
}
