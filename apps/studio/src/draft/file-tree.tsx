import type { EditorProblem } from '@tereze/ui-editors'
import type { ReactNode } from 'react'
import { isMessageId } from '../words/messages.ts'
import { useWords, type Words } from '../words/words.ts'
import { groupFiles, nameOfFile } from './groups.ts'

/** What a file is called on screens: its meaning where it has one place in every package, else its name. */
export function fileTitle(words: Words, path: string): string {
  const key = `file.${path}`
  return isMessageId(key) ? words.say(key) : nameOfFile(path)
}

/** The files of a draft by what they are about; nobody needs to know how they are called. */
export function FileTree(of: {
  paths: readonly string[]
  open: string | null
  problems: readonly EditorProblem[]
  choose: (path: string) => void
}): ReactNode {
  const words = useWords()
  const faults = (path: string) => of.problems.filter(one => one.path === path && one.weight === 'fault').length
  return (
    <nav className="file-tree" aria-label={words.say('draft.files')}>
      {groupFiles(of.paths).map(({ group, paths }) => (
        <section key={group}>
          <h2>{words.say(`group.${group}`)}</h2>
          <ul>
            {paths.map(path => (
              <li key={path}>
                <button
                  type="button"
                  title={path}
                  aria-current={path === of.open ? 'true' : undefined}
                  onClick={() => of.choose(path)}
                >
                  <span>{fileTitle(words, path)}</span>
                  {faults(path) === 0 ? null : (
                    <span className="file-faults">
                      {faults(path)}
                      <span className="hidden-text"> {words.say('draft.faults', { count: faults(path) })}</span>
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
