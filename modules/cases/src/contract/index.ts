export * from './annex.ts'
export * from './case.ts'
export * from './process.ts'
export * from './task.ts'
