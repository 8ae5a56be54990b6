import type { ProtocolReply, Refused } from '@tereze/operation'
import { codeExhausted, codeExpired, codeUsed } from '../contract/index.ts'
import { type Html, html } from './html.ts'
import { mistakeSummary, mistakeText } from './mistakes.ts'
import { type PageFrame, pageReply, wordsOf } from './page.ts'

/** Codes of refusals after which the sent code signs in no more. */
const deadCodes: readonly string[] = [codeExhausted, codeExpired, codeUsed].map(({ code }) => code)

/** Asks for the one-time code; the demo phone beside it shows what was sent. */
export function codePage(
  frame: PageFrame,
  page: {
    /** Who it is; null where nobody is told. */
    readonly name: string | null
    /** The demo's telephone; null where people have their own. */
    readonly phone: { readonly shownCode: string | null } | null
    readonly token: string
    readonly refused: Refused | null
    readonly status?: number
    readonly back: string
  },
): ProtocolReply {
  const words = wordsOf(frame)
  const title = words('code-title')
  const { refused } = page
  const dead = refused !== null && deadCodes.includes(refused.code)
  const again = html`<button class="button${!dead && ' button-plain'}" type="submit"${dead && html` id="fcode"`} name="again" value="yes">${words('code-again')}</button>`
  return pageReply(frame, {
    status: page.status ?? 200,
    title: refused === null ? title : `${words('mistake')}: ${title}`,
    content: html`<div${page.phone !== null && html` class="two"`}><div class="form">
<a class="back" href="${page.back}">${words('other-person')}</a>
${mistakeSummary(frame, refused, 'fcode')}
<h1>${title}</h1>
<p class="lead">${page.name === null ? words('code-sent') : words('code-lead', { name: page.name })}</p>
<form method="post">
<input type="hidden" name="_form" value="${page.token}">
${
  dead
    ? html`<div class="actions">${again}</div>`
    : html`<div class="field${refused !== null && ' wrong'}"><label for="fcode">${words('code-label')}</label><div class="hint" id="fcode-hint">${words('code-hint')}</div>${refused !== null && html`<p class="mistake" id="fcode-mistake"><span><span class="hidden-text">${words('mistake')}: </span>${mistakeText(frame, refused)}</span></p>`}<input class="input input-short" id="fcode" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" aria-describedby="fcode-hint${refused !== null && ' fcode-mistake'}"${refused !== null && html` aria-invalid="true"`}></div>
<div class="actions"><button class="button" type="submit">${words('sign-in')}</button>${again}</div>`
}
</form>
</div>
${page.phone !== null && demoPhone(frame, page.phone.shownCode, dead)}
</div>`,
  })
}

function demoPhone(frame: PageFrame, shownCode: string | null, dead: boolean): Html {
  const words = wordsOf(frame)
  const shown = dead
    ? html`<p>${words('phone-dead')}</p>`
    : shownCode === null
      ? html`<p>${words('phone-empty')}</p>`
      : html`<p>${words('phone-message')} <strong id="demo-code">${shownCode}</strong></p>`
  return html`<aside class="pane pane-side" aria-labelledby="phone-title"><h2 id="phone-title">${words('phone-title')}</h2><p>${words('phone-lead')}</p>${shown}</aside>`
}
