export * from './official.ts'
export * from './ports.ts'
export * from './session.ts'
export * from './sign-in.ts'
