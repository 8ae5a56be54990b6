export * from './access-line.ts'
export * from './log-signer.ts'
export * from './proof.ts'
