export * from './situation.ts'
