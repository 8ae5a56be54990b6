export * from './annex.ts'
export * from './case.ts'
export * from './message.ts'
export * from './task.ts'
