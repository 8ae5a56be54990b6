export * from './demo-mail.ts'
export * from './mailing.ts'
export * from './message.ts'
