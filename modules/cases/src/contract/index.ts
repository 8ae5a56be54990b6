export * from './case.ts'
export * from './task.ts'
