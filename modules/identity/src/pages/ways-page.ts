import type { Assurance, ProtocolReply, Refused } from '@tereze/operation'
import {
  certificateFaulty,
  certificateMissing,
  certificateUnknown,
  codesEnough,
  numberMissing,
  type OutsideProvider,
  passwordPaused,
  passwordWrong,
  recoveryCodeWrong,
  signInPaused,
} from '../contract/index.ts'
import { type DemoChoice, demoChoice, firstChoice } from './demo-choice.ts'
import { type Html, html } from './html.ts'
import { mistakeSummary, mistakeText } from './mistakes.ts'
import { type PageFrame, pageReply, wordsOf } from './page.ts'

/** The ways to sign in that there are. */
export interface WaysPage {
  /** Name of the sign-in. */
  readonly uid: string
  /** What a browser needs to ask for a passkey. */
  readonly passkeyOptions: Readonly<Record<string, unknown>>
  /** The demo's choice of people; null where no demo is. */
  readonly demo: DemoChoice | null
  /** Whether codes are sent to telephones. */
  readonly sms: boolean
  readonly expected: string | null
  /** The level that has to be reached; null when any will do. */
  readonly level: Assurance | null
  readonly token: string
  /** Outside providers at which one may sign in. */
  readonly providers: readonly Pick<OutsideProvider, 'provider' | 'name'>[]
  /** What is signed to sign in with a certificate; null where nobody does. */
  readonly challenge: string | null
  readonly refused: Refused | null
  readonly status?: number
}

/** Asks who signs in. Passkeys are offered where the browser has them: only there the script shows the button. */
export function waysPage(frame: PageFrame, page: WaysPage): ProtocolReply {
  const words = wordsOf(frame)
  const title = words('choose-title')
  return pageReply(frame, {
    status: page.status ?? 200,
    title: page.refused === null ? title : `${words('mistake')}: ${title}`,
    content: html`<div class="form">
${mistakeSummary(frame, page.refused, fieldOf(page))}
<h1>${title}</h1>
${page.level !== null && page.level !== 'low' && html`<p class="callout callout-you">${words(`level-${page.level}`)}</p>`}
${passkeyForm(frame, page)}
${page.level !== 'high' && page.sms && phoneForm(frame, page)}
${page.level !== 'high' && passwordForm(frame, page)}
${page.level !== 'high' && page.providers.length > 0 && outsideForm(frame, page)}
${page.level !== 'high' && page.challenge !== null && certificateForm(frame, page, page.challenge)}
${page.level !== 'high' && paperForm(frame, page)}
${page.demo !== null && page.level !== 'high' && demoChoice(frame, page.demo, page)}
</div>`,
  })
}

const certificateRefusals: readonly string[] = [certificateMissing, certificateFaulty, certificateUnknown].map(
  ({ code }) => code,
)
const passwordRefusals: readonly string[] = [passwordWrong, passwordPaused].map(({ code }) => code)

const phoneRefusals: readonly string[] = [numberMissing, codesEnough, signInPaused].map(({ code }) => code)

function fieldOf({ refused, demo, sms }: WaysPage): string {
  if (sms && refused !== null && phoneRefusals.includes(refused.code)) return 'fnumber'
  if (refused !== null && passwordRefusals.includes(refused.code)) return 'flogin'
  if (refused !== null && certificateRefusals.includes(refused.code)) return 'fcertificate'
  if (refused?.code === recoveryCodeWrong.code) return 'fpaper'
  return demo === null ? 'fpasskey' : firstChoice
}

function phoneForm(frame: PageFrame, { uid, token, refused }: WaysPage): Html {
  const words = wordsOf(frame)
  const wrong = refused !== null && phoneRefusals.includes(refused.code)
  return html`<form method="post" action="/sign-in/interaction/${uid}">
<input type="hidden" name="_form" value="${token}">
<div class="field${wrong && ' wrong'}"><label for="fnumber">${words('phone-number')}</label><div class="hint" id="fnumber-hint">${words('phone-number-hint')}</div>${wrong && html`<p class="mistake" id="fnumber-mistake"><span><span class="hidden-text">${words('mistake')}: </span>${mistakeText(frame, refused)}</span></p>`}<input class="input" id="fnumber" name="number" type="text" maxlength="40" autocomplete="username" spellcheck="false" aria-describedby="fnumber-hint${wrong && ' fnumber-mistake'}"${wrong && html` aria-invalid="true"`}></div>
<div class="actions"><button class="button" type="submit">${words('phone-send')}</button></div>
</form>`
}

function passwordForm(frame: PageFrame, { uid, token, demo, sms, refused }: WaysPage): Html {
  const words = wordsOf(frame)
  const wrong = refused !== null && passwordRefusals.includes(refused.code)
  return html`<details class="more-people"${((demo === null && !sms) || wrong) && html` open`}><summary>${words('password-way')}</summary>
<form method="post" action="/sign-in/interaction/${uid}/password">
<input type="hidden" name="_form" value="${token}">
<div class="field${wrong && ' wrong'}"><label for="flogin">${words('password-name')}</label>${wrong && html`<p class="mistake" id="flogin-mistake"><span><span class="hidden-text">${words('mistake')}: </span>${mistakeText(frame, refused)}</span></p>`}<input class="input" id="flogin" name="login" type="text" maxlength="60" autocomplete="username" autocapitalize="none" spellcheck="false"${wrong && html` aria-invalid="true" aria-describedby="flogin-mistake"`}></div>
<div class="field"><label for="fpassword">${words('password')}</label><input class="input" id="fpassword" name="password" type="password" maxlength="128" autocomplete="current-password"></div>
<div class="field"><label for="fprogram">${words('program-code')}</label><div class="hint" id="fprogram-hint">${words('program-code-hint')}</div><input class="input input-short" id="fprogram" name="code" type="text" inputmode="numeric" maxlength="12" autocomplete="one-time-code" aria-describedby="fprogram-hint"></div>
<div class="actions"><button class="button" type="submit">${words('sign-in')}</button></div>
</form>
</details>`
}

function outsideForm(frame: PageFrame, { uid, token, providers }: WaysPage): Html {
  const words = wordsOf(frame)
  return html`<form class="passkey" method="post" action="/sign-in/interaction/${uid}/outside">
<input type="hidden" name="_form" value="${token}">
<div class="actions">${providers.map(({ provider, name }) => html`<button class="button button-quiet" type="submit" name="provider" value="${provider}">${words('outside-sign-in', { provider: name[frame.language] })}</button>`)}</div>
</form>`
}

function certificateForm(frame: PageFrame, { uid, token, refused }: WaysPage, challenge: string): Html {
  const words = wordsOf(frame)
  const wrong = refused !== null && certificateRefusals.includes(refused.code)
  const address = `/sign-in/interaction/${uid}/certificate`
  const content = Buffer.from(challenge, 'utf8').toString('base64')
  return html`<details class="more-people"${wrong && html` open`}><summary>${words('certificate-way')}</summary>
<form method="post" action="${address}" enctype="multipart/form-data" data-program="ncalayer" data-content="${content}" hidden>
<input type="hidden" name="_form" value="${token}"><input type="hidden" name="signature" value="">
<p class="mistake" role="alert" data-program-failed hidden>${words('certificate-program-failed')}</p>
<div class="actions"><button class="button button-quiet" type="submit">${words('certificate-program')}</button></div>
</form>
<form method="post" action="${address}" enctype="multipart/form-data">
<input type="hidden" name="_form" value="${token}">
<p>${words('certificate-lead')} <a href="${address}">${words('certificate-download')}</a></p>
<div class="field${wrong && ' wrong'}"><label for="fcertificate">${words('certificate-file')}</label><div class="hint" id="fcertificate-hint">${words('certificate-hint')}</div>${wrong && html`<p class="mistake" id="fcertificate-mistake"><span><span class="hidden-text">${words('mistake')}: </span>${mistakeText(frame, refused)}</span></p>`}<input class="input input-file" id="fcertificate" name="file" type="file" accept=".sig,.p7s,.cms" aria-describedby="fcertificate-hint${wrong && ' fcertificate-mistake'}"${wrong && html` aria-invalid="true"`}></div>
<div class="actions"><button class="button" type="submit">${words('sign-in')}</button></div>
</form>
</details>
<script type="module" src="/assets/signing-programs.js"></script>`
}

function paperForm(frame: PageFrame, { uid, token, refused }: WaysPage): Html {
  const words = wordsOf(frame)
  const wrong = refused?.code === recoveryCodeWrong.code
  return html`<details class="more-people"${wrong && html` open`}><summary>${words('paper-way')}</summary>
<form method="post" action="/sign-in/interaction/${uid}/recovery">
<input type="hidden" name="_form" value="${token}">
<div class="field${wrong && ' wrong'}"><label for="fpaper">${words('paper-label')}</label><div class="hint" id="fpaper-hint">${words('paper-hint')}</div>${wrong && html`<p class="mistake" id="fpaper-mistake"><span><span class="hidden-text">${words('mistake')}: </span>${mistakeText(frame, refused)}</span></p>`}<input class="input" id="fpaper" name="paper" type="text" maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="fpaper-hint${wrong && ' fpaper-mistake'}"${wrong && html` aria-invalid="true"`}></div>
<div class="actions"><button class="button" type="submit">${words('paper-open')}</button></div>
</form>
</details>`
}

function passkeyForm(frame: PageFrame, { uid, token, passkeyOptions }: WaysPage): Html {
  const words = wordsOf(frame)
  return html`<form class="passkey" method="post" action="/sign-in/interaction/${uid}/passkey" data-passkey="get" data-options="${JSON.stringify(passkeyOptions)}" hidden>
<input type="hidden" name="_form" value="${token}"><input type="hidden" name="response" value="">
<p class="mistake" role="alert" data-passkey-failed hidden>${words('passkey-failed')}</p>
<button class="button" type="submit" id="fpasskey">${words('passkey-sign-in')}</button>
<p class="hint">${words('passkey-hint')}</p>
</form>
<script type="module" src="/assets/passkeys.js"></script>`
}
