import { type ProtocolReply, type Refused, refusalStatus } from '@tereze/operation'
import { html } from './html.ts'
import { type PageFrame, pageReply, wordsOf } from './page.ts'

/** A sign-in that cannot go on: what happened, and the way to begin again. */
export function refusalPage(frame: PageFrame, refused: Refused, cookies: readonly string[] = []): ProtocolReply {
  const words = wordsOf(frame)
  const text = (part: string) => frame.messages.text(`refusal.${refused.code}.${part}`, frame.language, refused.params)
  return pageReply(frame, {
    status: refusalStatus[refused.is],
    title: text('title'),
    cookies,
    content: html`<h1>${text('title')}</h1><p>${text('way-out')}</p><div class="actions"><a class="button" href="/sign-in">${words('begin-again')}</a><a href="/">${words('home')}</a></div>`,
  })
}
