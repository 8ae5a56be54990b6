export * from './check.ts'
export * from './draft.ts'
export * from './files.ts'
export * from './presence.ts'
