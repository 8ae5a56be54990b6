import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import type { EditorProps } from '../editor.ts'
import './lazy-view.css'

/** The view of an editor, loaded with its libraries when a file of its kind is first opened. */
export function lazyView(load: () => Promise<ComponentType<EditorProps>>): ComponentType<EditorProps> {
  const View = lazy(async () => ({ default: await load() }))
  return function LazyView(props: EditorProps): ReactNode {
    return (
      <Suspense fallback={<div className="editor-waiting" aria-busy="true" />}>
        <View {...props} />
      </Suspense>
    )
  }
}
