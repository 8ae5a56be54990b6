export * from './desk.ts'
export * from './figures.ts'
export * from './hall.ts'
export * from './ticket.ts'
