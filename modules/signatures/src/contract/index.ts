export * from './answer.ts'
export * from './check.ts'
