/** Runs `tereze` in this process and keeps what it says. */
import { runCli } from './run-cli.ts'

/** What a run said, and how it ended. */
export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `tereze` with these words. */
export async function tereze(...args: string[]): Promise<Said> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(args, { line: text => out.push(text), note: text => err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
