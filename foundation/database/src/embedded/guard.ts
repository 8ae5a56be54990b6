import { spawn } from 'node:child_process'

/** Ends the watch without touching the watched process. */
export type DismissGuard = () => void

/**
 * Watches over us: a tiny shell outside our process group that waits on a pipe only we hold. However we end, even by
 * SIGKILL of the whole group, the pipe closes and it asks the postmaster to shut down in the orderly way.
 */
export function guardPostmaster(pid: number): DismissGuard {
  const guard = spawn('/bin/sh', ['-c', 'read -r line; kill -INT "$0" 2>/dev/null', String(pid)], {
    cwd: '/',
    env: { LC_ALL: 'C' },
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => undefined)
  guard.stdin.on('error', () => undefined)
  guard.unref()
  ;(guard.stdin as unknown as { unref?: () => void }).unref?.()
  return () => void guard.kill('SIGKILL')
}
