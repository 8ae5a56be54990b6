export * from './exemption.ts'
export * from './incident.ts'
export * from './overview.ts'
export * from './watched-person.ts'
