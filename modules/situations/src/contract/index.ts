export * from './rehearsal.ts'
export * from './silent-look.ts'
export * from './situation.ts'
