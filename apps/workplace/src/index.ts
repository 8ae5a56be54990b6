/** How the built workplace is served: one page for every path below `base`, and its files. */
export const workplace = {
  /** Every path below it that is no file gets `index.html`. */
  base: '/workplace/',
  /** What `node apps/workplace/build.ts` writes; `assets/` has content hashes in its names and never changes. */
  folder: new URL('../dist/', import.meta.url),
} as const
