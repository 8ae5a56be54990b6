import type { InputOf } from '@tereze/operation'
import { beginExport } from '@tereze/registers/contract'
import { client, downloadFile } from '@tereze/ui-app'
import { isProblem, type Problem } from '@tereze/ui-client'
import { useEffect, useRef, useState } from 'react'
import { saveFile } from './loads/save-file.ts'

/** How far a file is that is taken out; sizes in bytes. */
export type FileOut =
  | { readonly is: 'none' }
  | { readonly is: 'coming'; readonly bytes: number }
  | { readonly is: 'saved'; readonly name: string; readonly bytes: number; readonly withheld: readonly string[] }
  | { readonly is: 'cancelled' }
  /** It broke off on the way. */
  | { readonly is: 'broken' }
  | { readonly is: 'refused'; readonly problem: Problem }

/** Takes records out as one file, which may be long: tells how much has come, and stops when asked or left. */
export function useFileOut(): {
  readonly file: FileOut
  take(wanted: InputOf<typeof beginExport>): Promise<void>
  stop(): void
} {
  const [file, setFile] = useState<FileOut>({ is: 'none' })
  const stopping = useRef<AbortController | null>(null)
  useEffect(() => () => stopping.current?.abort(), [])
  async function taken(wanted: InputOf<typeof beginExport>, signal: AbortSignal): Promise<FileOut> {
    const begun = await client.call(beginExport, wanted, { signal })
    if (isProblem(begun)) return { is: 'refused', problem: begun }
    const address = ['', 'v1', 'register-files', wanted.organisation, begun.export].map(encodeURIComponent).join('/')
    const whole = await downloadFile(address, signal, bytes => setFile({ is: 'coming', bytes }))
    if (isProblem(whole)) return whole.kind === 'unreachable' ? { is: 'broken' } : { is: 'refused', problem: whole }
    saveFile(begun.name, whole, begun.type)
    const withheld = begun.withheld.map(({ pointer }) => pointer)
    return { is: 'saved', name: begun.name, bytes: whole.size, withheld }
  }
  return {
    file,
    async take(wanted) {
      const stop = new AbortController()
      stopping.current = stop
      setFile({ is: 'coming', bytes: 0 })
      try {
        setFile(await taken(wanted, stop.signal))
      } catch (error) {
        if (!stop.signal.aborted) throw error
        setFile({ is: 'cancelled' })
      }
    },
    stop: () => stopping.current?.abort(),
  }
}
