/**
 * Where an official signs in and comes back to this place.
 * @param level how surely they have to prove who they are; any level when absent.
 */
export function signInAddress(
  here: { readonly pathname: string; readonly search: string },
  level: string | null = null,
): string {
  const surer = level === null ? '' : `&level=${encodeURIComponent(level)}`
  return `/sign-in?as=official${surer}&to=${encodeURIComponent(here.pathname + here.search)}`
}

/** The channel by which tabs hear that somebody signed in. */
export const signedInChannel = 'tereze.signed-in'
