export type { Editor, EditorProblem, EditorProps } from './editor.ts'
export { type Say, sayer } from './say.ts'
