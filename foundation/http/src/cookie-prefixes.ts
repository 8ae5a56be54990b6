const prefix = /^__(?:Host|Secure)-/
/** Names that only this platform gives. */
const own = /^tereze_/

/**
 * A Set-Cookie under the name by which a browser keeps it for itself (draft-ietf-httpbis-rfc6265bis §4.1.3): `__Host-` where it is of the whole origin and no other
 * host, `__Secure-` where its path is narrower. A cookie that is not for https alone keeps its name: a browser would refuse it.
 */
export function prefixedCookie(setCookie: string): string {
  const [pair = '', ...attributes] = setCookie.split(';').map(part => part.trim())
  const has = (attribute: RegExp) => attributes.some(each => attribute.test(each))
  if (!own.test(pair) || !has(/^secure$/i)) return setCookie
  const wholeOrigin = has(/^path=\/$/i) && !has(/^domain=/i)
  return `${wholeOrigin ? '__Host-' : '__Secure-'}${setCookie.trimStart()}`
}

/**
 * The Cookie header of a request under https, with the names that the platform knows. What came under such a name without its prefix was
 * not set by us over https – another host of the domain, or somebody on an unencrypted line, planted it – and is left out.
 */
export function ownCookies(header: string): string {
  return header
    .split(';')
    .map(pair => pair.trim())
    .filter(pair => pair !== '' && !own.test(pair))
    .map(pair => pair.replace(prefix, ''))
    .join('; ')
}
