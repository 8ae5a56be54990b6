import { fileAwaited, fileRefused } from '../contract/sent-file.ts'

/** What a message that waits for its files ends with now; null: its receiver has all of them. */
export function decideFilesToSend(
  states: readonly string[],
): { readonly ok: false; readonly code: string; readonly retry: boolean } | null {
  if (states.some(state => state === 'refused' || state === 'expired'))
    return { ok: false, code: fileRefused.code, retry: false }
  return states.every(state => state === 'delivered') ? null : { ok: false, code: fileAwaited.code, retry: true }
}
