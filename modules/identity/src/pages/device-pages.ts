import type { DeviceProblem } from '../openid/provider.ts'
import { html } from './html.ts'
import { drawPage, type PageFrame, wordsOf } from './page.ts'

const action = '/oidc/device'

/** Asks for the code that another device shows. */
export function askDevicePage(
  frame: PageFrame,
  { xsrf, userCode, problem }: { xsrf: string; userCode: string; problem: DeviceProblem | null },
): string {
  const words = wordsOf(frame)
  const title = words('device-title')
  const mistake = problem === null ? null : words(`device-${problem}`)
  return drawPage(
    frame,
    mistake === null ? title : `${words('mistake')}: ${title}`,
    html`<div class="form">
${mistake !== null && html`<div class="mistakes" role="alert" aria-labelledby="mistakes-title" tabindex="-1" id="mistakes"><h2 id="mistakes-title">${words('mistakes')}</h2><ul><li><a href="#fcode">${mistake}</a></li></ul></div>`}
<h1>${title}</h1>
<p class="lead">${words('device-lead')}</p>
<form method="post" action="${action}">
<input type="hidden" name="xsrf" value="${xsrf}">
<div class="field${mistake !== null && ' wrong'}"><label for="fcode">${words('device-label')}</label><div class="hint" id="fcode-hint">${words('device-hint')}</div>${mistake !== null && html`<p class="mistake" id="fcode-mistake"><span><span class="hidden-text">${words('mistake')}: </span>${mistake}</span></p>`}<input class="input input-short" id="fcode" name="user_code" type="text" value="${userCode}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" aria-describedby="fcode-hint${mistake !== null && ' fcode-mistake'}"${mistake !== null && html` aria-invalid="true"`}></div>
<div class="actions"><button class="button" type="submit">${words('device-next')}</button></div>
</form>
</div>`,
  )
}

/** Shows application and code, to be compared with the device. */
export function confirmDevicePage(
  frame: PageFrame,
  { xsrf, userCode, client }: { xsrf: string; userCode: string; client: string },
): string {
  const words = wordsOf(frame)
  const title = words('device-confirm-title', { client })
  return drawPage(
    frame,
    title,
    html`<div class="form">
<h1>${title}</h1>
<p class="lead">${words('device-confirm-lead')}</p>
<p><strong class="device-code">${userCode}</strong></p>
<p>${words('device-confirm-warning')}</p>
<form method="post" action="${action}">
<input type="hidden" name="xsrf" value="${xsrf}">
<input type="hidden" name="user_code" value="${userCode}">
<input type="hidden" name="confirm" value="yes">
<div class="actions"><button class="button" type="submit">${words('device-same')}</button><button class="button button-quiet" type="submit" name="abort" value="yes">${words('device-other')}</button></div>
</form>
</div>`,
  )
}

/** Says that the device is let in. */
export function doneDevicePage(frame: PageFrame): string {
  const words = wordsOf(frame)
  const title = words('device-done-title')
  return drawPage(
    frame,
    title,
    html`<h1>${title}</h1><p>${words('device-done-lead')}</p><div class="actions"><a href="/">${words('home')}</a></div>`,
  )
}
