import { defineConfig } from 'vitest/config'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the turns of a property test, the share that is taken: a fifth for every change, all by `npm run prove`. */
    share: number
  }
}

const everywhere = ['{libraries,foundation,modules,ui,apps,examples,tools,conformance,benchmarks,journeys}']
const files = (...endings: string[]) => everywhere.flatMap(place => endings.map(ending => `${place}/**/*.${ending}`))
const kinds = ['db', 'fault', 'prove', 'black-box'].map(kind => `**/*.${kind}.test.ts`)
const never = ['**/node_modules/**', '**/dist/**', '.tereze/**']
const database = 'foundation/testing/src/global-setup.ts'
const worker = ['foundation/testing/src/load-tls.ts']

/**
 * One project per kind of test, told by file name; `npm test` runs them one after the other and counts. Files of `unit`, `laws`,
 * `database` and `journeys` share their worker's modules: loading the platform for each file cost more than all its tests, and journeys
 * share a browser with them. Where workers wait for a browser or for processes a third one fills two cores. Run by `vitest` itself, the
 * projects follow one after the other too: each has its own count of workers.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          provide: { share: 0.2 },
          setupFiles: worker,
          sequence: { groupOrder: 1 },
          isolate: false,
          maxWorkers: 2,
          include: files('test.ts', 'test.tsx', 'test.mjs'),
          exclude: [...never, ...kinds, 'tools/laws/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'laws',
          sequence: { groupOrder: 2 },
          isolate: false,
          maxWorkers: 2,
          include: ['tools/laws/**/*.test.ts'],
          exclude: never,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: database,
        },
      },
      {
        test: {
          name: 'database',
          setupFiles: worker,
          sequence: { groupOrder: 3 },
          isolate: false,
          // A server for each: databases of one server share the horizon below which events are numbered.
          maxWorkers: process.env.TEST_DATABASE_URL ? 1 : 2,
          include: files('db.test.ts'),
          exclude: [...never, 'tools/laws/**'],
          globalSetup: database,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'black-box',
          sequence: { groupOrder: 4 },
          include: files('black-box.test.ts'),
          exclude: never,
          globalSetup: database,
          maxWorkers: 3,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          isolate: false,
          sequence: { groupOrder: 5 },
          include: files('journey.ts'),
          exclude: never,
          globalSetup: [database, 'foundation/testing/src/browser/global-setup.ts', 'journeys/prepared-demo.ts'],
          maxWorkers: 3,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'prove',
          provide: { share: 1 },
          sequence: { groupOrder: 6 },
          include: files('fault.test.ts', 'prove.test.ts', 'prove.ts', 'property.test.ts'),
          exclude: never,
          globalSetup: [database, 'foundation/testing/src/browser/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
