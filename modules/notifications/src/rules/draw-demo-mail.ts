import type { Messages } from '@tereze/messages'
import { type Language, languages } from '@tereze/operation'
import { writeInstant } from '@tereze/wording'
import type { DemoItem } from '../contract/index.ts'
import { escapeHtml as escaped } from './escape-html.ts'

const languageNames: Readonly<Record<Language, { short: string; name: string }>> = {
  en: { short: 'Eng', name: 'English' },
  ru: { short: 'Рус', name: 'Русский' },
  kk: { short: 'Қаз', name: 'Қазақша' },
}

/** Where messages are read in the portal. */
const inPortal = /https?:\/\/[^\s/<]+(\/messages\/[\w%-]+)/g

/** A paragraph; addresses of messages can be followed within the portal, whatever host they name. */
const drawParagraph = (paragraph: string) =>
  `<p>${escaped(paragraph).replaceAll('\n', '<br>').replace(inPortal, '<a href="$1">$&</a>')}</p>`

/** The demo's mail box as a page in the look of the portal, without a script. */
export function drawDemoMail(items: readonly DemoItem[], messages: Messages, language: Language, zone: string): string {
  const word = (key: string) => escaped(messages.text(`demo-mail.${key}`, language))
  const switcher = languages
    .map(code => {
      const here = code === language ? ' aria-current="true"' : ''
      const { short, name } = languageNames[code]
      return `<li><a href="/demo/mail?language=${code}" lang="${code}" hreflang="${code}"${here}><span aria-hidden="true">${short}</span><span class="hidden-text">${name}</span></a></li>`
    })
    .join('')
  const drawItem = (item: DemoItem, index: number) => `
<article class="pane mail">
<h2>${item.subject === null ? word('sms') : escaped(item.subject)}</h2>
<p class="source">${escaped(item.address)} · ${escaped(writeInstant(item.arrivedAt, language, zone))}</p>
${item.text
  .split(/\n{2,}/)
  .map(drawParagraph)
  .join('\n')}
${item.channel === 'sms' ? drawAnswer(item, index) : ''}
</article>`
  const drawAnswer = (item: DemoItem, index: number) => `
<form class="people-search" method="post" action="/demo/mail/answers">
<input type="hidden" name="from" value="${escaped(item.address)}">
<div class="field"><label for="answer-${index}">${word('answer')}</label><input class="input" id="answer-${index}" name="text" required maxlength="500" autocomplete="off"></div>
<button class="button button-quiet" type="submit">${word('send')}</button>
</form>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${word('title')} – ${word('name')}</title>
<link rel="stylesheet" href="/assets/tereze.css">
</head>
<body>
<a class="skip" href="#main">${word('skip')}</a>
<header class="header"><div class="header-inside">
<a class="brand" href="/">${word('name')}</a>
<nav aria-label="${word('languages')}"><ul class="languages">${switcher}</ul></nav>
</div></header>
<div class="notice-bar"><p>${word('banner')}</p></div>
<main id="main" tabindex="-1">
<a class="back" href="/">${word('home')}</a>
<h1>${word('title')}</h1>
<p class="lead">${word('about')}</p>
${items.length === 0 ? `<p>${word('empty')}</p>` : items.map(drawItem).join('')}
</main>
</body>
</html>
`
}
