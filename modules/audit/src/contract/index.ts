export * from './access-line.ts'
export * from './proof.ts'
