export * from './packages.ts'
export * from './search.ts'
