import type { DemoIdentity } from '../ports/demo-sign-in.ts'
import { chooseFirst } from '../rules/choose-first.ts'
import { type Html, html } from './html.ts'
import { type PageFrame, wordsOf } from './page.ts'

/** Who may be chosen at the demo, and what was found by search. */
export interface DemoChoice {
  readonly identities: readonly DemoIdentity[]
  /** People found by `query`; null when nothing was searched for. */
  readonly found: readonly DemoIdentity[] | null
  readonly query: string
}

/** Id of the first choice: what a mistake leads to. */
export const firstChoice = 'fidentity'

/**
 * The people of the story first, officials, anybody by search. One press chooses and sends the code.
 * @param about.expected whom the application expects first: `official` or `person`.
 */
export function demoChoice(
  frame: PageFrame,
  page: DemoChoice,
  about: { readonly expected: string | null; readonly token: string },
): Html {
  const words = wordsOf(frame)
  const { messages, language } = frame
  let count = 0
  const lineOf = (identity: DemoIdentity): string =>
    [
      identity.about === null ? null : messages.text(identity.about, language),
      identity.organisationName?.[language] ?? identity.organisation,
      identity.birthYear === undefined ? null : words('born', { year: identity.birthYear }),
      identity.regionName?.[language] ?? null,
    ]
      .filter(part => part !== null)
      .join(' · ')
  const choice = (identity: DemoIdentity): Html => {
    const id = count++ === 0 ? firstChoice : `${firstChoice}-${count}`
    const line = lineOf(identity)
    return html`<li><button class="person" type="submit" name="identity" id="${id}" value="${identity.id}">${identity.name}${line !== '' && html`<span class="hint">${line}</span>`}</button></li>`
  }
  const list = (identities: readonly DemoIdentity[]): Html => html`<ul class="people">${identities.map(choice)}</ul>`
  const folded = (title: string, identities: readonly DemoIdentity[]): Html | null =>
    identities.length === 0
      ? null
      : html`<details class="more-people"><summary>${title}</summary>${list(identities)}</details>`
  const group = (title: string, identities: readonly DemoIdentity[]): Html | null =>
    identities.length === 0 ? null : html`<h2>${title}</h2>${list(identities)}`
  const story = (): (Html | null)[] => {
    const people = page.identities.filter(identity => identity.kind === 'person')
    const { first, others } = chooseFirst(page.identities.filter(identity => identity.kind === 'official'))
    return about.expected === 'official'
      ? [
          group(words('officials'), first),
          folded(words('more-officials', { count: others.length }), others),
          folded(words('more-people', { count: people.length }), people),
        ]
      : [group(words('people'), people), folded(words('officials'), [...first, ...others])]
  }
  const groups =
    page.found === null
      ? story()
      : page.found.length === 0
        ? [html`<p>${words('nobody-found', { query: page.query })}</p>`]
        : [group(words('found'), page.found)]
  return html`<p class="lead">${words('choose-lead')}</p>
<form class="people-search" method="get" action="${frame.url.pathname}" role="search">
<div class="field"><label for="fquery">${words('search-label')}</label><div class="hint" id="fquery-hint">${words('search-hint')}</div><input class="input" id="fquery" name="query" type="search" value="${page.query}" maxlength="100" autocomplete="off" aria-describedby="fquery-hint"></div>
<button class="button button-quiet" type="submit">${words('search')}</button>${page.found !== null && html`<a class="button button-plain" href="${frame.url.pathname}">${words('search-clear')}</a>`}
</form>
<form method="post" action="${frame.url.pathname}">
<input type="hidden" name="_form" value="${about.token}">
${groups}
</form>`
}
