export { decisionEditor } from './decision/decision-editor.tsx'
export type { Editor, EditorProblem, EditorProps } from './editor.ts'
export { type Say, sayer } from './say.ts'
