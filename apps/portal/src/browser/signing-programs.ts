/**
 * The script of signing programs on the person's own machine: a form with `data-program` becomes visible where the browser runs scripts; sent,
 * it first asks the program and carries the signature in the field `signature`. What is said to a program stands in `libraries/signing-programs`.
 */
import { address, askForSignature } from '@tereze/signing-programs'

function attach(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[name=signature]')
  const failed = form.querySelector<HTMLElement>('[data-program-failed]')
  if (field === null || failed === null) return
  form.hidden = false
  form.addEventListener('submit', async event => {
    event.preventDefault()
    failed.hidden = true
    const signature = await askForSignature(
      new WebSocket(address),
      form.dataset.content ?? '',
      document.documentElement.lang,
    )
    failed.hidden = signature !== null
    if (signature === null) return
    field.value = signature
    form.submit()
  })
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-program]')) attach(form)
