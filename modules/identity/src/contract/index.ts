export * from './act-for.ts'
export * from './official.ts'
export * from './session.ts'
export * from './sign-in.ts'
