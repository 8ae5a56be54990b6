import type { ProtocolReply } from '@tereze/operation'
import { html } from './html.ts'
import { type PageFrame, pageReply, wordsOf } from './page.ts'

const known = new Set(['openid', 'profile', 'api', 'offline_access'])

/** Asks whether an application may act for the signed-in person. */
export function consentPage(
  frame: PageFrame,
  page: {
    readonly client: string
    readonly scopes: readonly string[]
    readonly credentials: readonly string[]
    readonly token: string
  },
): ProtocolReply {
  const words = wordsOf(frame)
  const title = words('consent-title', { client: page.client })
  const wants = page.scopes.filter(scope => known.has(scope)).map(scope => scope.replaceAll('_', '-'))
  return pageReply(frame, {
    title,
    content: html`<div class="form">
<h1>${title}</h1>
<p class="lead">${words('consent-lead')}</p>
<ul>${wants.map(scope => html`<li>${words(`scope-${scope}`)}</li>`)}${page.credentials.map(name => html`<li>${words('scope-credential', { name })}</li>`)}</ul>
<form method="post">
<input type="hidden" name="_form" value="${page.token}">
<div class="actions"><button class="button" type="submit" name="consent" value="allow">${words('consent-allow')}</button><button class="button button-quiet" type="submit" name="consent" value="refuse">${words('consent-refuse')}</button></div>
</form>
</div>`,
  })
}
