export type { Editor, EditorProblem, EditorProps } from './editor.ts'
export { formEditor } from './form/form-editor.tsx'
export { type Say, sayer } from './say.ts'
