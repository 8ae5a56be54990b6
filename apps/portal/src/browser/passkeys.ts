/**
 * The script of passkeys (Web Authentication, level 3): a form with `data-passkey` and `data-options` becomes visible where the browser has
 * passkeys; sent, it first asks the authenticator and carries its answer in the field `response`.
 */
function canPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function'
  )
}

async function askAuthenticator(form: HTMLFormElement): Promise<string | null> {
  const options = JSON.parse(form.dataset.options ?? '{}')
  const credential =
    form.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  return credential instanceof PublicKeyCredential ? JSON.stringify(credential.toJSON()) : null
}

function attach(form: HTMLFormElement): void {
  const response = form.querySelector<HTMLInputElement>('input[name=response]')
  const failed = form.querySelector<HTMLElement>('[data-passkey-failed]')
  if (response === null || failed === null) return
  form.hidden = false
  form.addEventListener('submit', async event => {
    event.preventDefault()
    failed.hidden = true
    try {
      const answer = await askAuthenticator(form)
      if (answer === null) throw new Error('no passkey')
      response.value = answer
      form.submit()
    } catch {
      // Whoever changed their mind, or has no passkey here, is told so and may choose another way.
      failed.hidden = false
    }
  })
}

if (canPasskeys()) for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) attach(form)
