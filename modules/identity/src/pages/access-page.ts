import type { OutputOf, ProtocolReply, Refused } from '@tereze/operation'
import { writeInstant } from '@tereze/wording'
import type { getWays, listApplications, listLinks, listPasskeys, listSessions, WayChange } from '../contract/index.ts'
import { type Html, html } from './html.ts'
import { mistakeSummary } from './mistakes.ts'
import { type PageFrame, pageReply, wordsOf } from './page.ts'
import { scopeWords } from './scope-words.ts'

/** What is shown of the own account. */
export interface AccessPage {
  readonly passkeys: OutputOf<typeof listPasskeys>['items']
  /** Outside providers, with those that the account is connected with. */
  readonly links: OutputOf<typeof listLinks>['items']
  readonly ways: OutputOf<typeof getWays>
  /** The address for a program, drawn as SVG; null where there is none to be shown. */
  readonly picture: string | null
  readonly sessions: OutputOf<typeof listSessions>['items']
  /** Applications that may act for the account. */
  readonly applications: OutputOf<typeof listApplications>['items']
  /** What changed of the ways lately. */
  readonly changes: readonly WayChange[]
  /** What a browser needs to make a passkey; null when the sign-in is too long ago for that. */
  readonly creationOptions: Readonly<Record<string, unknown>> | null
  readonly token: string
  /** Where the person or official came from. */
  readonly back: string
  readonly zone: string
  /** Key of what was done, where something was. */
  readonly done: string | null
  readonly refused: Refused | null
  readonly status?: number
}

/** The field that a refusal points at. */
const fields: Readonly<Record<string, string>> = {
  '/password': 'fpassword',
  '/signInName': 'flogin',
  '/code': 'fprogram',
  '/session': 'fsessions',
  '/provider': 'flinks',
  '/client': 'fapplications',
  '/change': 'fchanges',
}

/** Where the own ways to sign in and sessions are. */
export const accessPath = '/me/access'

/** The ways to sign in to the own account, and where it is signed in. */
export function accessPage(frame: PageFrame, page: AccessPage): ProtocolReply {
  const words = wordsOf(frame)
  const title = words('access-title')
  return pageReply(frame, {
    status: page.status ?? 200,
    title: page.refused === null ? title : `${words('mistake')}: ${title}`,
    content: html`<div class="form">
<a class="back" href="${page.back}">${words('home')}</a>
${mistakeSummary(frame, page.refused, fields[page.refused?.pointer ?? ''] ?? 'fpasskeys')}
${page.done !== null && html`<p class="callout callout-done" role="status">${words(`access-done-${page.done}`)}${page.done === 'disown-change' && html` <a href="/help/sign-in">${words('change-recovery')}</a>`}</p>`}
<h1>${title}</h1>
${page.creationOptions === null && html`<p class="callout">${words('access-stale')} <a href="/sign-in?to=${encodeURIComponent(accessPath)}">${words('begin-again')}</a></p>`}
<section aria-labelledby="fpasskeys"><h2 id="fpasskeys" tabindex="-1">${words('passkeys')}</h2>
<p>${words('passkeys-lead')}</p>
${passkeyList(frame, page)}
${page.creationOptions !== null && creation(frame, page, page.creationOptions)}
</section>
<section aria-labelledby="fpasswords"><h2 id="fpasswords" tabindex="-1">${words('password')}</h2>
<p>${words('password-lead')}</p>
${passwordPart(frame, page)}
</section>
${page.links.length > 0 && linkPart(frame, page)}
<section aria-labelledby="fapplications"><h2 id="fapplications" tabindex="-1">${words('applications')}</h2>
${applicationList(frame, page)}
</section>
<section aria-labelledby="fsessions"><h2 id="fsessions" tabindex="-1">${words('sessions')}</h2>
<p>${words('sessions-lead')}</p>
${sessionList(frame, page)}
</section>
${page.changes.length > 0 && changePart(frame, page)}
</div>`,
  })
}

function button(page: AccessPage, fields: Readonly<Record<string, string>>, text: string, about: string): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form method="post" action="${accessPath}"><input type="hidden" name="_form" value="${page.token}">${hidden}<button class="button button-quiet" type="submit">${text}<span class="hidden-text">: ${about}</span></button></form>`
}

function passkeyList(frame: PageFrame, page: AccessPage): Html {
  const words = wordsOf(frame)
  const moment = (instant: string) => writeInstant(instant, frame.language, page.zone)
  if (page.passkeys.length === 0) return html`<p>${words('passkeys-none')}</p>`
  return html`<ul class="ways">${page.passkeys.map(({ passkey, name, synced, addedAt, usedAt }) => {
    const title = name ?? words('passkey-nameless')
    const used = usedAt === null ? words('passkey-unused') : words('passkey-used', { at: moment(usedAt) })
    return html`<li><div><strong>${title}</strong><span class="hint">${words(synced ? 'passkey-synced' : 'passkey-device')} · ${words('passkey-added', { at: moment(addedAt) })} · ${used}</span></div>${page.creationOptions !== null && button(page, { do: 'remove-passkey', passkey }, words('remove'), title)}</li>`
  })}</ul>`
}

function creation(frame: PageFrame, page: AccessPage, options: Readonly<Record<string, unknown>>): Html {
  const words = wordsOf(frame)
  return html`<form class="passkey" method="post" action="${accessPath}" data-passkey="create" data-options="${JSON.stringify(options)}" hidden>
<input type="hidden" name="_form" value="${page.token}"><input type="hidden" name="do" value="add-passkey"><input type="hidden" name="response" value="">
<p class="mistake" role="alert" data-passkey-failed hidden>${words('passkey-failed')}</p>
<button class="button" type="submit" id="fpasskey">${words('passkey-add')}</button>
</form>
<script type="module" src="/assets/passkeys.js"></script>`
}

function passwordPart(frame: PageFrame, page: AccessPage): Html {
  const words = wordsOf(frame)
  const { signInName, passwordSetAt, codeProgramAddedAt } = page.ways
  const fresh = page.creationOptions !== null
  const moment = (instant: string | null) => (instant === null ? '' : writeInstant(instant, frame.language, page.zone))
  const own =
    signInName === null
      ? html`<p>${words('password-none')}</p>`
      : html`<ul class="ways"><li><div><strong>${signInName}</strong><span class="hint">${words('password-set', { at: moment(passwordSetAt) })}</span></div>${fresh && button(page, { do: 'remove-password' }, words('remove'), words('password'))}</li>${codeProgramAddedAt !== null && html`<li><div><strong>${words('program')}</strong><span class="hint">${words('passkey-added', { at: moment(codeProgramAddedAt) })}</span></div>${fresh && button(page, { do: 'remove-code-program' }, words('remove'), words('program'))}</li>`}</ul>`
  return html`${own}${fresh && passwordForm(frame, page)}${programForm(frame, page)}`
}

function linkPart(frame: PageFrame, page: AccessPage): Html {
  const words = wordsOf(frame)
  const fresh = page.creationOptions !== null
  return html`<section aria-labelledby="flinks"><h2 id="flinks" tabindex="-1">${words('links')}</h2>
<p>${words('links-lead')}</p>
<ul class="ways">${page.links.map(({ provider, name, linkedAt }) => {
    const title = name[frame.language]
    const state =
      linkedAt === null
        ? words('link-none')
        : words('link-since', { at: writeInstant(linkedAt, frame.language, page.zone) })
    const deed = linkedAt === null ? 'link' : 'remove-link'
    return html`<li><div><strong>${title}</strong><span class="hint">${state}</span></div>${fresh && button(page, { do: deed, provider }, words(linkedAt === null ? 'link-add' : 'remove'), title)}</li>`
  })}</ul>
</section>`
}

function passwordForm(frame: PageFrame, page: AccessPage): Html {
  const words = wordsOf(frame)
  const { signInName } = page.ways
  const open = page.refused !== null && ['/password', '/signInName'].includes(page.refused.pointer ?? '')
  return html`<details class="more-people"${open && html` open`}><summary>${words(signInName === null ? 'password-choose' : 'password-change')}</summary>
<form method="post" action="${accessPath}"><input type="hidden" name="_form" value="${page.token}"><input type="hidden" name="do" value="set-password">
<div class="field"><label for="flogin">${words('password-name')}</label><div class="hint" id="flogin-hint">${words('password-name-hint')}</div><input class="input" id="flogin" name="login" type="text" value="${signInName ?? ''}" maxlength="60" autocomplete="username" autocapitalize="none" spellcheck="false" aria-describedby="flogin-hint"></div>
<div class="field"><label for="fpassword">${words('password-new')}</label><div class="hint" id="fpassword-hint">${words('password-new-hint')}</div><input class="input" id="fpassword" name="password" type="password" maxlength="128" autocomplete="new-password" aria-describedby="fpassword-hint"></div>
<div class="actions"><button class="button" type="submit">${words('password-keep')}</button></div>
</form></details>`
}

function programForm(frame: PageFrame, page: AccessPage): Html | null {
  const words = wordsOf(frame)
  const { preparation } = page.ways
  if (preparation === null) return null
  const groups = preparation.secret.replaceAll(/(.{4})/g, '$1 ').trim()
  const open = page.refused?.pointer === '/code'
  return html`<details class="more-people"${open && html` open`}><summary>${words('program-add')}</summary>
<p>${words('program-lead')}</p>
${page.picture !== null && html`<img class="program-picture" src="${page.picture}" width="180" height="180" alt="${words('program-picture')}">`}
<p><strong class="device-code">${groups}</strong></p>
<form method="post" action="${accessPath}"><input type="hidden" name="_form" value="${page.token}"><input type="hidden" name="do" value="add-code-program">
<div class="field"><label for="fprogram">${words('program-code')}</label><input class="input input-short" id="fprogram" name="code" type="text" inputmode="numeric" maxlength="12" autocomplete="one-time-code"></div>
<div class="actions"><button class="button" type="submit">${words('program-confirm')}</button></div>
</form></details>`
}

function sessionList(frame: PageFrame, page: AccessPage): Html {
  const words = wordsOf(frame)
  const moment = (instant: string) => writeInstant(instant, frame.language, page.zone)
  const others = page.sessions.filter(({ current }) => !current)
  return html`<ul class="ways">${page.sessions.map(({ session, browser, beganAt, usedAt, current }) => {
    const title = browser ?? words('browser-unknown')
    return html`<li><div><strong>${title}</strong><span class="hint">${words('session-began', { at: moment(beganAt) })} · ${current ? words('session-current') : words('session-used', { at: moment(usedAt) })}</span></div>${!current && button(page, { do: 'end-session', session }, words('sign-out'), title)}</li>`
  })}</ul>
${others.length > 0 && button(page, { do: 'end-sessions' }, words('end-others'), words('sessions'))}`
}

function applicationList(frame: PageFrame, page: AccessPage): Html {
  const words = wordsOf(frame)
  if (page.applications.length === 0) return html`<p>${words('applications-none')}</p>`
  return html`<p>${words('applications-lead')}</p>
<ul class="ways">${page.applications.map(({ client, name, since, scopes }) => {
    const title = name[frame.language]
    const given = words('application-since', { at: writeInstant(since, frame.language, page.zone) })
    return html`<li><div><strong>${title}</strong><span class="hint">${given}</span>${scopes.length > 0 && html`<span class="hint">${words('application-may')} ${scopes.map(scope => scopeWords(frame, scope)).join('; ')}</span>`}</div>${button(page, { do: 'end-application', client }, words('application-end'), title)}</li>`
  })}</ul>`
}

function changePart(frame: PageFrame, page: AccessPage): Html {
  const words = wordsOf(frame)
  return html`<section aria-labelledby="fchanges"><h2 id="fchanges" tabindex="-1">${words('changes')}</h2>
<p>${words('changes-lead')}</p>
<ul class="ways">${page.changes.map(({ change, way, deed, at, disownedAt }) => {
    const title = words(`change-${way}`, { deed })
    const moment = writeInstant(at, frame.language, page.zone)
    const disowned = disownedAt !== null && html` · ${words('change-disowned')}`
    return html`<li><div><strong>${title}</strong><span class="hint">${moment}${disowned}</span></div>${disownedAt === null && page.creationOptions !== null && button(page, { do: 'disown-change', change }, words('change-disown'), title)}</li>`
  })}</ul>
</section>`
}
