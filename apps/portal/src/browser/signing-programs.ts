/**
 * The script of signing programs on the person's own machine: a form with `data-program` becomes visible where the browser runs scripts; sent,
 * it first asks the program and carries the signature in the field `signature`. One more program is one more module like `ncalayer.ts`.
 */
import { address, readSaid, signRequest } from './ncalayer.ts'

/** Asks the program for a signature; null where the person changed their mind, it is not running, or it cannot. */
function askProgram(content: string, language: string): Promise<string | null> {
  return new Promise(resolve => {
    const socket = new WebSocket(address)
    const end = (signature: string | null) => {
      socket.close()
      resolve(signature)
    }
    socket.addEventListener('error', () => end(null))
    socket.addEventListener('close', () => resolve(null))
    socket.addEventListener('message', ({ data }) => {
      const said = readSaid(String(data))
      if (said?.kind === 'here') socket.send(signRequest(content, language))
      else if (said !== null) end(said.kind === 'signed' ? said.signature : null)
    })
  })
}

function attach(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[name=signature]')
  const failed = form.querySelector<HTMLElement>('[data-program-failed]')
  if (field === null || failed === null) return
  form.hidden = false
  form.addEventListener('submit', async event => {
    event.preventDefault()
    failed.hidden = true
    const signature = await askProgram(form.dataset.content ?? '', document.documentElement.lang)
    failed.hidden = signature !== null
    if (signature === null) return
    field.value = signature
    form.submit()
  })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-program]')) attach(form)
