import type { ProtocolReply, Refused } from '@tereze/operation'
import { writeInstant } from '@tereze/wording'
import type { Recovery } from '../contract/index.ts'
import { type Html, html } from './html.ts'
import { mistakeSummary, surerSignIn } from './mistakes.ts'
import { type PageFrame, pageReply, wordsOf } from './page.ts'

/** Where officials of one-stop shops give accounts back. */
export const recoveryPath = '/recovery'

/** What is shown of recoveries. */
export interface RecoveryPage {
  readonly items: readonly Recovery[]
  /** The official who looks: what they began, another confirms. */
  readonly official: string
  /** A code that was just made: shown this once. */
  readonly made: { readonly code: string; readonly until: string } | null
  /** What was typed, shown again when it was refused. */
  readonly typed: { readonly number: string; readonly document: string }
  /** The level that giving accounts back asks for and the official's sign-in does not reach; null when it does. */
  readonly surer: string | null
  readonly token: string
  readonly back: string
  readonly zone: string
  readonly refused: Refused | null
  readonly status?: number
}

const fields: Readonly<Record<string, string>> = { '/number': 'fnumber', '/document': 'fdocument' }

/** Recoveries that wait, the form that begins one, and a new paper code. */
export function recoveryPage(frame: PageFrame, page: RecoveryPage): ProtocolReply {
  const words = wordsOf(frame)
  const title = words('recovery-title')
  return pageReply(frame, {
    status: page.status ?? 200,
    title: page.refused === null ? title : `${words('mistake')}: ${title}`,
    content: html`<div class="form">
<a class="back" href="${page.back}">${words('home')}</a>
${mistakeSummary(frame, page.refused, fields[page.refused?.pointer ?? ''] ?? 'fwaiting')}
<h1>${title}</h1>
<p class="lead">${words('recovery-lead')}</p>
${page.made !== null && html`<section class="pane" aria-labelledby="fmade"><h2 id="fmade">${words('recovery-made')}</h2><p><strong class="device-code">${page.made.code}</strong></p><p>${words('recovery-made-lead', { until: writeInstant(page.made.until, frame.language, page.zone) })}</p></section>`}
<h2 id="fwaiting" tabindex="-1">${words('recovery-waiting')}</h2>
${waiting(frame, page)}
<h2>${words('recovery-begin')}</h2>
${page.surer === null ? beginForm(frame, page) : html`<p class="callout">${words('recovery-surer')}</p>${surerSignIn(frame, page.surer)}`}
</div>`,
  })
}

function waiting(frame: PageFrame, page: RecoveryPage): Html {
  const words = wordsOf(frame)
  const moment = (instant: string) => writeInstant(instant, frame.language, page.zone)
  const press = (recovery: string, deed: string, text: string, about: string) =>
    html`<form method="post" action="${recoveryPath}"><input type="hidden" name="_form" value="${page.token}"><input type="hidden" name="recovery" value="${recovery}"><button class="button button-quiet" type="submit" name="do" value="${deed}">${text}<span class="hidden-text">: ${about}</span></button></form>`
  if (page.items.length === 0) return html`<p>${words('recovery-none')}</p>`
  return html`<ul class="ways">${page.items.map(({ recovery, name, document, begunBy, begunAt, codeUntil }) => {
    const state =
      codeUntil !== null
        ? words('recovery-code-waits', { until: moment(codeUntil) })
        : words(begunBy === page.official ? 'recovery-own-waits' : 'recovery-other-waits')
    return html`<li><div><strong>${name}</strong><span class="hint">${document} · ${moment(begunAt)} · ${state}</span></div>${codeUntil === null && begunBy !== page.official && page.surer === null && press(recovery, 'confirm', words('recovery-confirm'), name)}${press(recovery, 'drop', words('recovery-drop'), name)}</li>`
  })}</ul>`
}

function beginForm(frame: PageFrame, page: RecoveryPage): Html {
  const words = wordsOf(frame)
  return html`<form method="post" action="${recoveryPath}"><input type="hidden" name="_form" value="${page.token}"><input type="hidden" name="do" value="begin">
<div class="field"><label for="fnumber">${words('recovery-number')}</label><div class="hint" id="fnumber-hint">${words('recovery-number-hint')}</div><input class="input" id="fnumber" name="number" type="text" value="${page.typed.number}" maxlength="40" autocomplete="off" spellcheck="false" aria-describedby="fnumber-hint"></div>
<div class="field"><label for="fdocument">${words('recovery-document')}</label><div class="hint" id="fdocument-hint">${words('recovery-document-hint')}</div><input class="input" id="fdocument" name="document" type="text" value="${page.typed.document}" maxlength="200" autocomplete="off" aria-describedby="fdocument-hint"></div>
<div class="actions"><button class="button" type="submit">${words('recovery-begin')}</button></div>
</form>`
}
