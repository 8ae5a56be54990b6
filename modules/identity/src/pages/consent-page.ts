import type { ProtocolReply } from '@tereze/operation'
import type { ApiScope } from '../contract/index.ts'
import { html } from './html.ts'
import { type PageFrame, pageReply, wordsOf } from './page.ts'
import { scopeWords } from './scope-words.ts'

const known = new Set(['openid', 'profile', 'offline_access'])

/** Asks whether an application may act for the signed-in person. */
export function consentPage(
  frame: PageFrame,
  page: {
    readonly client: string
    readonly scopes: readonly string[]
    readonly choices: readonly ApiScope[]
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
${
  page.choices.length > 0 &&
  html`<fieldset class="field"><legend>${words('consent-choices')}</legend><p class="hint">${words('consent-choices-hint')}</p>
<div class="choices">${page.choices.map(scope => html`<label class="choice"><input type="checkbox" name="scope" value="${scope}" checked><span>${scopeWords(frame, scope)}</span></label>`)}</div></fieldset>`
}
<div class="actions"><button class="button" type="submit" name="consent" value="allow">${words('consent-allow')}</button><button class="button button-quiet" type="submit" name="consent" value="refuse">${words('consent-refuse')}</button></div>
</form>
</div>`,
  })
}
