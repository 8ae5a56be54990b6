import { assuranceNeeded } from '@tereze/foundation-operations'
import type { Refused } from '@tereze/operation'
import { type Html, html } from './html.ts'
import { type PageFrame, wordsOf } from './page.ts'

/** What is wrong with the form, above it, leading to its field. */
export function mistakeSummary(frame: PageFrame, refused: Refused | null, fieldId: string): Html | null {
  if (refused === null) return null
  return html`<div class="mistakes" role="alert" aria-labelledby="mistakes-title" tabindex="-1" id="mistakes"><h2 id="mistakes-title">${wordsOf(frame)('mistakes')}</h2><ul><li><a href="#${fieldId}">${mistakeText(frame, refused)}</a></li></ul>${refused.code === assuranceNeeded.code && surerSignIn(frame, String(refused.params?.level))}</div>`
}

/** The way to a sign-in that is sure enough, and back to this page. */
export function surerSignIn(frame: PageFrame, level: string): Html {
  const address = `/sign-in?level=${encodeURIComponent(level)}&to=${encodeURIComponent(frame.url.pathname)}`
  return html`<p><a class="button" href="${address}">${wordsOf(frame)('surer-sign-in')}</a></p>`
}

/** What is wrong, and the way out. */
export function mistakeText({ messages, language }: PageFrame, refused: Refused): string {
  const text = (part: string) => messages.text(`refusal.${refused.code}.${part}`, language, refused.params)
  return `${text('title')}. ${text('way-out')}`
}
