export type { Editor, EditorProblem, EditorProps, EditorVersion } from './editor.ts'
export { formEditor } from './form/form-editor.tsx'
export { regulationEditor } from './regulation/regulation-editor.ts'
export { type Say, sayer } from './say.ts'
