export * from './profile.ts'
export * from './report.ts'
