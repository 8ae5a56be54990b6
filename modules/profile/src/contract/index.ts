export * from './firm.ts'
export * from './profile.ts'
export * from './report.ts'
