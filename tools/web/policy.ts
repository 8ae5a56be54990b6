/**
 * Content-Security-Policy of the page of a single-page app: own files only, nothing inline, no evaluation. The page carries it itself,
 * so that it holds behind any server; who may frame the page only a header can say.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')
