export * from './access-line.ts'
export * from './export.ts'
export * from './proof.ts'
export * from './witness.ts'
