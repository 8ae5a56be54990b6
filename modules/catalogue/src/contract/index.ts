export * from './kinds.ts'
export * from './organisation.ts'
export * from './packages.ts'
export * from './search.ts'
