import { contentSecurityTowards } from '@tereze/foundation-http'
import type { MessageParams, Messages } from '@tereze/messages'
import { type Language, languages, type ProtocolReply } from '@tereze/operation'
import { type Content, html } from './html.ts'

/** What every page of the sign-in is drawn with. */
export interface PageFrame {
  readonly messages: Messages
  readonly language: Language
  /** Where the page is; the language switch leads back to it. */
  readonly url: URL
  /** Whether this is the demo, which every page says. */
  readonly demo: boolean
  /** Origins to which the page's forms lead in the end, where they are not this one. */
  readonly leadsTo?: readonly string[]
  /** Programs of the visitor’s own machine to which the page’s scripts speak, as origins. */
  readonly programs?: readonly string[]
}

/** Words of a page by the last part of their key. */
export function wordsOf({ messages, language }: PageFrame) {
  return (key: string, params?: MessageParams) => messages.text(`identity.page.${key}`, language, params)
}

const names: Readonly<Record<Language, { short: string; name: string }>> = {
  en: { short: 'Eng', name: 'English' },
  ru: { short: 'Рус', name: 'Русский' },
  kk: { short: 'Қаз', name: 'Қазақша' },
}

const mark = html`<svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true" focusable="false"><path d="M4 26 15 15v11z" fill="var(--saffron)"/><rect x="2.5" y="2.5" width="25" height="25" rx="5" fill="none" stroke="var(--sky)" stroke-width="2.5"/><path d="M15 3v24M3 15h24" stroke="var(--sky)" stroke-width="2"/></svg>`

function inLanguage(url: URL, language: Language): string {
  const changed = new URL(url)
  changed.searchParams.set('language', language)
  return changed.pathname + changed.search
}

/** A whole page in the look of the portal, without a script. */
export function drawPage(frame: PageFrame, title: string, content: Content): string {
  const words = wordsOf(frame)
  const switcher = languages.map(
    language =>
      html`<li><a href="${inLanguage(frame.url, language)}" lang="${language}" hreflang="${language}"${language === frame.language && html` aria-current="true"`}><span aria-hidden="true">${names[language].short}</span><span class="hidden-text">${names[language].name}</span></a></li>`,
  )
  return html`<!doctype html>
<html lang="${frame.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${words('name')}</title>
<link rel="stylesheet" href="/assets/tereze.css">
</head>
<body>
<a class="skip" href="#main">${words('skip')}</a>
<header class="header"><div class="header-inside">
<a class="brand" href="/">${mark}${words('name')}</a>
<nav aria-label="${words('languages')}"><ul class="languages">${switcher}</ul></nav>
</div></header>
${frame.demo && html`<div class="notice-bar"><p>${words('banner')}</p></div>`}
<main id="main" tabindex="-1">
${content}
</main>
<footer class="footer"><div class="footer-inside"><p><a href="/help/sign-in">${words('help')}</a></p></div></footer>
</body>
</html>
`.text
}

/** A page as a reply. Pages of a sign-in are never kept anywhere. */
export function pageReply(
  frame: PageFrame,
  page: { status?: number; title: string; content: Content; cookies?: readonly string[] },
): ProtocolReply {
  return {
    status: page.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': frame.language,
      'cache-control': 'no-store',
      vary: 'cookie, accept-language',
      ...(frame.leadsTo?.length || frame.programs?.length
        ? { 'content-security-policy': contentSecurityTowards(frame.leadsTo ?? [], frame.programs) }
        : {}),
    },
    body: drawPage(frame, page.title, page.content),
    ...(page.cookies === undefined ? {} : { cookies: page.cookies }),
  }
}

/** Sends the browser on by GET. */
export function redirect(location: string, cookies: readonly string[] = []): ProtocolReply {
  return { status: 303, headers: { location, 'cache-control': 'no-store' }, cookies, body: '' }
}
