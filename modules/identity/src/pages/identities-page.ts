import type { ProtocolReply, Refused } from '@tereze/operation'
import type { DemoIdentity } from '../ports/demo-sign-in.ts'
import { type Html, html } from './html.ts'
import { mistakeSummary, mistakeText } from './mistakes.ts'
import { type PageFrame, pageReply, wordsOf } from './page.ts'

/** Who may be chosen, and what was found by search. */
export interface IdentitiesPage {
  readonly identities: readonly DemoIdentity[]
  /** People found by `query`; null when nothing was searched for. */
  readonly found: readonly DemoIdentity[] | null
  readonly query: string
  /** Whom the application expects first: `official` or `person`. */
  readonly expected: string | null
  readonly chosen: string | null
  readonly token: string
  readonly refused: Refused | null
  readonly status?: number
}

const firstChoice = 'fidentity'

/** Asks who signs in: the people of the story first, officials, anybody by search. */
export function identitiesPage(frame: PageFrame, page: IdentitiesPage): ProtocolReply {
  const words = wordsOf(frame)
  const { messages, language } = frame
  let count = 0
  const choice = (identity: DemoIdentity): Html => {
    const id = count++ === 0 ? firstChoice : `${firstChoice}-${count}`
    const about = [
      identity.about === null ? null : messages.text(identity.about, language),
      identity.organisationName?.[language] ?? identity.organisation,
    ]
      .filter(part => part !== null)
      .join(' · ')
    return html`<label class="choice"><input type="radio" name="identity" id="${id}" value="${identity.id}" required${identity.id === page.chosen && html` checked`}><span>${identity.name}${about !== '' && html`<span class="hint">${about}</span>`}</span></label>`
  }
  const group = (title: string, identities: readonly DemoIdentity[]): Html | null =>
    identities.length === 0
      ? null
      : html`<fieldset class="field${page.refused !== null && ' wrong'}"><legend>${title}</legend>${page.refused !== null && html`<p class="mistake"><span><span class="hidden-text">${words('mistake')}: </span>${mistakeText(frame, page.refused)}</span></p>`}<div class="choices">${identities.map(choice)}</div></fieldset>`
  const people = () =>
    group(
      words('people'),
      page.identities.filter(identity => identity.kind === 'person'),
    )
  const officials = () =>
    group(
      words('officials'),
      page.identities.filter(identity => identity.kind === 'official'),
    )
  const groups =
    page.found === null
      ? page.expected === 'official'
        ? [officials(), people()]
        : [people(), officials()]
      : page.found.length === 0
        ? [html`<p>${words('nobody-found', { query: page.query })}</p>`]
        : [group(words('found'), page.found)]
  const title = words('choose-title')
  return pageReply(frame, {
    status: page.status ?? 200,
    title: page.refused === null ? title : `${words('mistake')}: ${title}`,
    content: html`<div class="two"><div class="form">
${mistakeSummary(frame, page.refused, firstChoice)}
<h1>${title}</h1>
<p class="lead">${words('choose-lead')}</p>
<form method="post" action="${frame.url.pathname}">
<input type="hidden" name="_form" value="${page.token}">
${groups}
${count > 0 && html`<div class="actions"><button class="button" type="submit">${words('send-code')}</button></div>`}
</form>
</div>
<aside class="pane pane-side" aria-labelledby="search-title"><h2 id="search-title">${words('search-title')}</h2>
<form method="get" action="${frame.url.pathname}" role="search">
<div class="field"><label for="fquery">${words('search-label')}</label><div class="hint" id="fquery-hint">${words('search-hint')}</div><input class="input" id="fquery" name="query" type="search" value="${page.query}" maxlength="100" autocomplete="off" aria-describedby="fquery-hint"></div>
<div class="actions"><button class="button button-quiet" type="submit">${words('search')}</button>${page.found !== null && html`<a href="${frame.url.pathname}">${words('search-clear')}</a>`}</div>
</form></aside>
</div>`,
  })
}
