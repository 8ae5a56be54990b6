export * from './official.ts'
export * from './session.ts'
