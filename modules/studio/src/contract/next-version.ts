/** The version to propose: what is published with the last number raised (a patch); the first one where nothing is published. */
export function nextVersion(published: string | null): string {
  const [major = 1, minor = 0, patch = -1] = published?.split('.').map(Number) ?? []
  return `${major}.${minor}.${patch + 1}`
}
