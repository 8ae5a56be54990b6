import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The same files in a repository of git: how long a change takes to be committed, and all files to be taken out of it. Milliseconds. */
export function timeGit(
  files: ReadonlyMap<string, string>,
  path: string,
  turns: number,
): { readonly save: readonly number[]; readonly open: readonly number[] } {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-git-'))
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost.invalid', ...args], {
      cwd: folder,
      stdio: 'ignore',
    })
  const timed = (work: () => void) => {
    const started = performance.now()
    work()
    return performance.now() - started
  }
  try {
    git('init', '--quiet')
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    git('add', '--all')
    git('commit', '--quiet', '--message', 'begun')
    const [save, open]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < turns; turn++) {
      writeFileSync(join(folder, path), `${files.get(path) ?? ''}${' '.repeat(turn + 1)}\n`)
      save.push(
        timed(() => {
          git('add', '--all')
          git('commit', '--quiet', '--message', 'saved')
        }),
      )
      const out = `out-${turn}`
      open.push(timed(() => git('worktree', 'add', '--quiet', '--detach', join(folder, '.git', out))))
      git('worktree', 'remove', '--force', join(folder, '.git', out))
    }
    return { save, open }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
