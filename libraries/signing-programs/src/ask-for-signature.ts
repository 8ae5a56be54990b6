import { readSaid, signRequest } from './ncalayer.ts'

/** An open line to a program, such as a `WebSocket`. */
export interface ProgramLine {
  send(text: string): void
  close(): void
  addEventListener(type: 'error' | 'close' | 'message', listener: (event: { readonly data?: unknown }) => void): void
}

/**
 * Asks a program for a signature beside the content (base64), when it has said that it is there.
 * @returns the signature as it came (CMS, PEM or base64); null where the person changed their mind, it is not running, or it cannot.
 */
export function askForSignature(line: ProgramLine, content: string, language: string): Promise<string | null> {
  return new Promise(resolve => {
    const end = (signature: string | null) => {
      line.close()
      resolve(signature)
    }
    line.addEventListener('error', () => end(null))
    line.addEventListener('close', () => resolve(null))
    line.addEventListener('message', ({ data }) => {
      const said = readSaid(String(data))
      if (said?.kind === 'here') line.send(signRequest(content, language))
      else if (said !== null) end(said.kind === 'signed' ? said.signature : null)
    })
  })
}
