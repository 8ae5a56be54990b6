export * from './clock.ts'
export * from './handler.ts'
export * from './ids.ts'
export { inTime } from './in-time.ts'
export * from './local-date.ts'
export * from './module.ts'
export * from './port.ts'
export * from './ports.ts'
export * from './refusals.ts'
export { refuseScope } from './refuse-scope.ts'
export * from './runner.ts'
export { findProblems } from './validation.ts'

/** Migrations of remembered replies. */
export const operationsMigrations = { name: 'operations', folder: new URL('../migrations/', import.meta.url) }
