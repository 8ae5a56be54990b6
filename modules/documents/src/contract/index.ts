export * from './document.ts'
export * from './preview.ts'
export { TemplateShape } from './template.ts'
