/** How the built studio is served: one page for every path below `base`, and its files. */
export const studio = {
  /** Every path below it that is no file gets `index.html`. */
  base: '/studio/',
  /** What `node apps/studio/build.ts` writes; `assets/` has content hashes in its names and never changes. */
  folder: new URL('../dist/', import.meta.url),
  /** Pages of document templates are drawn by the platform. */
  showsDrawings: true,
} as const
