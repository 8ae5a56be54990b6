import type { ProtocolReply } from '@tereze/operation'
import { html } from './html.ts'
import { type PageFrame, pageReply, wordsOf } from './page.ts'

/** Asks whether to sign out; `token` null says that nobody is signed in. */
export function signOutPage(frame: PageFrame, token: string | null): ProtocolReply {
  const words = wordsOf(frame)
  const title = words(token === null ? 'signed-out-title' : 'sign-out-title')
  return pageReply(frame, {
    title,
    content:
      token === null
        ? html`<h1>${title}</h1><p>${words('signed-out-lead')}</p><div class="actions"><a class="button" href="/sign-in">${words('sign-in')}</a><a href="/">${words('home')}</a></div>`
        : html`<h1>${title}</h1><p>${words('sign-out-lead')}</p><form method="post"><input type="hidden" name="_form" value="${token}"><div class="actions"><button class="button" type="submit">${words('sign-out')}</button><a href="/">${words('stay')}</a></div></form>`,
  })
}
