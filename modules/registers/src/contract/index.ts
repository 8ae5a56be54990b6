export * from './access.ts'
export * from './history.ts'
export * from './link.ts'
export * from './record.ts'
