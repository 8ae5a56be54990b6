export * from './access.ts'
export * from './history.ts'
export * from './record.ts'
