export * from './demo-mail.ts'
export * from './message.ts'
