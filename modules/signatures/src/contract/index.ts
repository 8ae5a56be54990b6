export * from './answer.ts'
export * from './check.ts'
export * from './seal.ts'
export * from './statement.ts'
