/** What the service worker does with a request: leaves it alone, answers with a kept file, or asks the network and, when that is gone, says so. */
export type Answer = 'leave' | 'kept-file' | 'network-or-offline'

/** Places below the same origin that are not the portal's pages. */
const others = ['/workplace', '/studio', '/v1', '/oidc']

/**
 * Decides how a request is answered. Pages are never kept: none is shown after it has changed, and nothing personal stays behind on the
 * device. A form that is sent is left to the browser, which can send it again as it was.
 * @param request method, mode (`navigate` for pages, Fetch Standard 2.2.5) and address.
 * @param origin of the portal.
 * @param files addresses of the files that this version of the worker keeps, as paths.
 */
export function decideAnswer(
  request: { readonly method: string; readonly mode: string; readonly url: string },
  origin: string,
  files: readonly string[],
): Answer {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== origin) return 'leave'
  if (files.includes(url.pathname)) return 'kept-file'
  const foreign = others.some(start => url.pathname === start || url.pathname.startsWith(`${start}/`))
  return request.mode === 'navigate' && !foreign ? 'network-or-offline' : 'leave'
}
