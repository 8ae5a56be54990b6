export * from './dataset.ts'
export * from './open-files.ts'
export * from './publication.ts'
