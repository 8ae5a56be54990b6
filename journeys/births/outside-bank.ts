import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What the bank has done: payments as it booked them, and how often each order was asked for. */
export interface BankBooks {
  readonly payments: readonly { readonly order: string; readonly account: string; readonly reference: string }[]
  readonly asked: Readonly<Record<string, number>>
}

/** A bank in a process of its own. */
export interface OutsideBank {
  /** Where orders are posted. */
  readonly url: string
  books(): Promise<BankBooks>
  stop(): Promise<void>
}

/** Starts a bank that keeps its books in `file` and by `seed` is now and then slow, or silent after it has paid. */
export async function startOutsideBank(file: string, seed: number): Promise<OutsideBank> {
  const program = fileURLToPath(new URL('bank-process.ts', import.meta.url))
  const child = spawn(process.execPath, [program, file, String(seed)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [first] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => {
      throw new Error('the outside bank did not start')
    }),
  ])) as [Buffer]
  const url = first.toString('utf8').trim()
  return {
    url,
    books: async () => (await (await fetch(url)).json()) as BankBooks,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
