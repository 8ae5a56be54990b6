export * from './civil.ts'
export * from './duration.ts'
export * from './zone.ts'
