import type { Language } from '@tereze/operation'
import { escapeHtml } from './escape-html.ts'
import { darkLetter, lightLetter } from './letter-colours.ts'

/** What a letter says; its two forms are drawn from this one, so that neither says more than the other. */
export interface LetterParts {
  readonly language: Language
  /** Name of the organisation that writes. */
  readonly sender: string
  /** The subject: the reader sees it above the plain text, and as the heading of the HTML. */
  readonly title: string
  /** Paragraphs between empty lines, as the notice has them: plain text. */
  readonly text: string
  /** The one button. */
  readonly button: { readonly text: string; readonly address: string }
  /** What stands below in small: where else the message is, and what to do in doubt. */
  readonly notes: readonly string[]
  /** Where such letters are ended; absent where they cannot be refused. */
  readonly leave?: { readonly text: string; readonly address: string }
}

const font = "font-family:'Golos Text','Noto Sans','Segoe UI',Roboto,Helvetica,Arial,sans-serif"

/** Clients that know no media queries show the colours by day, which stand on the elements. */
const darkRules = `@media (prefers-color-scheme: dark) {
.paper { background: ${darkLetter.paper} !important }
.pane { background: ${darkLetter.pane} !important; border-color: ${darkLetter.line} !important }
.ink { color: ${darkLetter.ink} !important }
.soft { color: ${darkLetter.soft} !important }
.button { background: ${darkLetter.sky} !important; color: ${darkLetter.onSky} !important }
}`

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')
}

function drawText({ sender, text, button, notes, leave }: LetterParts): string {
  const ends = leave === undefined ? [] : [`${leave.text}: ${leave.address}`]
  const parts = [
    ...paragraphsOf(text),
    `${button.text}: ${button.address}`,
    `-- \n${[sender, ...notes, ...ends].join('\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

function drawHtml({ language, sender, title, text, button, notes, leave }: LetterParts): string {
  const { paper, pane, ink, soft, line, sky, onSky } = lightLetter
  const paragraph = (content: string) =>
    `<p class="ink" style="margin:0 0 16px;color:${ink}">${escapeHtml(content).replaceAll('\n', '<br>')}</p>`
  const note = (content: string) => `<p class="soft" style="margin:8px 0 0;color:${soft}">${escapeHtml(content)}</p>`
  const ends =
    leave === undefined
      ? ''
      : `\n<p style="margin:8px 0 0"><a class="soft" href="${escapeHtml(leave.address)}" style="color:${soft}">${escapeHtml(leave.text)}</a></p>`
  return `<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
${darkRules}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${paper}">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${paper}">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="pane" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:${pane};border:1px solid ${line};border-radius:10px;border-collapse:separate">
<tr><td align="left" style="padding:24px;${font};font-size:18px;line-height:1.55;overflow-wrap:anywhere">
<h1 class="ink" style="margin:0 0 16px;font-size:24px;line-height:1.2;font-weight:700;color:${ink}">${escapeHtml(title)}</h1>
${paragraphsOf(text).map(paragraph).join('\n')}
<p style="margin:24px 0"><a class="button" href="${escapeHtml(button.address)}" style="display:inline-block;padding:10px 24px;border-radius:8px;background:${sky};color:${onSky};font-weight:600;text-decoration:none">${escapeHtml(button.text)}</a></p>
<div style="font-size:16px">
${[sender, ...notes].map(note).join('\n')}${ends}
</div>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

/**
 * Writes a letter as plain text and as HTML (RFC 2046, 5.1.4: two forms of the same). The HTML fetches nothing, has no script and
 * no picture, and is readable by day and in the dark.
 */
export function writeLetter(parts: LetterParts): { readonly text: string; readonly html: string } {
  return { text: drawText(parts), html: drawHtml(parts) }
}
