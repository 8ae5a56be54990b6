export * from './annex.ts'
export * from './case.ts'
export * from './incident.ts'
export * from './task.ts'
