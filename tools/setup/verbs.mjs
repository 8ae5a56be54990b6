/**
 * What the root's npm scripts can ask for. `entry` is the program to run (none: setting up is all); `web` says that it
 * needs the built web apps; `args` come before those of the caller.
 */
export const VERBS = {
  setup: { web: true },
  start: { entry: 'apps/server/src/main.ts', web: true },
  tereze: { entry: 'apps/cli/src/main.ts' },
  test: { entry: 'tools/test/run.ts', args: ['test'], web: true },
  prove: { entry: 'tools/test/run.ts', args: ['prove'], web: true },
  check: { entry: 'tools/test/run.ts', args: ['check'] },
  conformance: { entry: 'conformance/run.ts' },
  bench: { entry: 'benchmarks/run.ts', web: true },
  pictures: { entry: 'tools/pictures/run.ts', web: true },
  create: { entry: 'tools/create/run.ts' },
  pack: { entry: 'tools/pack/run.ts' },
  audit: { entry: 'tools/audit/run.ts' },
  sbom: { entry: 'tools/audit/run.ts', args: ['sbom'] },
  generate: { entry: 'tools/generate/run.ts' },
}
