export { decisionEditor } from './decision/decision-editor.tsx'
export type { Editor, EditorProblem, EditorProps } from './editor.ts'
export { processEditor } from './process/process-editor.tsx'
export { type Say, sayer } from './say.ts'
