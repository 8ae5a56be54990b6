export type { Example, Said } from './example.ts'
export { examples } from './examples.ts'
export { Gallery } from './gallery.tsx'
