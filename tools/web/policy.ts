import { programOrigins } from '@tereze/signing-programs'

/**
 * Content-Security-Policy of the page of a single-page app: own files only, nothing inline, no evaluation. The page carries it itself,
 * so that it holds behind any server; who may frame the page only a header can say, and to which signing program of those that there are it
 * speaks: both policies hold.
 */
export const contentSecurityPolicy = (app: { readonly showsDrawings?: boolean }) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    // A drawing that is made for one look has no address: it is an image, which runs nothing.
    app.showsDrawings ? "img-src 'self' data:" : "img-src 'self'",
    `connect-src 'self' ${Object.values(programOrigins).join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
