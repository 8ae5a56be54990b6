export * from './emergency.ts'
export * from './explain-access.ts'
export * from './policy.ts'
