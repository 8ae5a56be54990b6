import type { Messages } from '@tereze/messages'
import type { Language } from '@tereze/operation'
import { writeInstant } from '@tereze/wording'
import type { DemoItem } from '../contract/index.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, character => entities[character] ?? character)

/** The demo's mail box as a page that needs neither style sheet nor script. */
export function drawDemoMail(items: readonly DemoItem[], messages: Messages, language: Language, zone: string): string {
  const word = (key: string) => escaped(messages.text(`demo-mail.${key}`, language))
  const drawItem = (item: DemoItem) => `
<article>
<hr>
<h2>${escaped(item.subject ?? word('sms'))}</h2>
<p><small>${escaped(item.address)} · ${escaped(writeInstant(item.arrivedAt, language, zone))}</small></p>
${item.text
  .split(/\n{2,}/)
  .map(paragraph => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
  .join('\n')}
${item.channel === 'sms' ? drawAnswer(item) : ''}
</article>`
  const drawAnswer = (item: DemoItem) => `
<form method="post" action="/demo/mail/answers">
<input type="hidden" name="from" value="${escaped(item.address)}">
<label>${word('answer')} <input name="text" required maxlength="500" size="40"></label>
<button>${word('send')}</button>
</form>`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${word('title')}</title>
</head>
<body>
<main>
<h1>${word('title')}</h1>
<p>${word('about')}</p>
${items.length === 0 ? `<p>${word('empty')}</p>` : items.map(drawItem).join('')}
</main>
</body>
</html>
`
}
