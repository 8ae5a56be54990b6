export * from './access.ts'
export * from './log.ts'
export * from './member.ts'
export * from './message.ts'
