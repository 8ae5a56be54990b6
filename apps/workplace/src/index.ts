/** How the built workplace is served: one page for every path below `base`, and its files, under this policy. */
export const workplace = {
  /** Every path below it that is no file gets `index.html`. */
  base: '/workplace/',
  /** What `node apps/workplace/build.ts` writes; `assets/` has content hashes in its names and never changes. */
  folder: new URL('../dist/', import.meta.url),
  /** Content-Security-Policy of `index.html`: own files only, nothing inline, no evaluation. */
  contentSecurityPolicy: [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
} as const
