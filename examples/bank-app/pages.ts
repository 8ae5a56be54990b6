import type { getOwnCase, listOwnCases } from '@tereze/cases/contract'
import type { listOwnDocuments } from '@tereze/documents/contract'
import type { Language, OutputOf, Text } from '@tereze/operation'
import type { getOwnSituation } from '@tereze/situations/contract'
import { isProblem, type Problem } from '@tereze/ui-client'
import { say, type WordsId } from './words.ts'

type Situation = OutputOf<typeof getOwnSituation>
type Card = OutputOf<typeof listOwnCases>['items'][number]
type Case = OutputOf<typeof getOwnCase>
type Document = OutputOf<typeof listOwnDocuments>['items'][number]

/** Text as it stands in HTML. */
const plain = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Draws the pages of the bank in one language. */
export function createPages(language: Language) {
  const t = (id: WordsId) => plain(say(id, language))
  const pick = (text: Text) => plain(text[language])
  const frame = (content: string) =>
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('bank')}</title><style>body{font:1.05rem/1.5 system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem}li{margin:.5rem 0}small{color:#555}button,.button{font:inherit;min-height:2.75rem;padding:.5rem 1rem}</style>
<p><small>${t('demo')}</small></p><main>${content}</main></html>`

  const situation = ({ card, offers, accounts }: Situation) => {
    const options = accounts.map(
      ({ account, bank, masked, usual }) =>
        `<option value="${plain(account)}"${usual ? ' selected' : ''}>${pick(bank)} ${plain(masked)}</option>`,
    )
    const choices = offers.map(
      ({ service, title, why, amount, term }) =>
        `<li><label><input type="checkbox" name="service" value="${plain(service)}" checked> <strong>${pick(title)}</strong>${amount === null ? '' : ` ${plain(amount.amount)} ${plain(amount.currency)}`}</label><br>${pick(why)}<br><small>${pick(term)}</small></li>`,
    )
    const account =
      options.length === 0
        ? ''
        : `<p><label>${t('account')} <select name="account">${options.join('')}</select></label></p>`
    const form = `<form method="post" action="/apply"><input type="hidden" name="situation" value="${plain(card.situation)}"><ul>${choices.join('')}</ul>${account}<button>${t('apply')}</button></form>`
    return `<section><h3>${pick(card.title)}</h3><p>${pick(card.next)}</p>${offers.length === 0 ? '' : form}</section>`
  }
  /** What a part of a page shows, or why it cannot. */
  const orProblem = <T>(part: T | Problem, draw: (part: T) => string): string =>
    isProblem(part) ? trouble(part) : draw(part as T)
  const trouble = (problem: Problem) => {
    if (problem.kind !== 'refused') return `<p role="alert">${t('again')}</p>`
    if (problem.code === 'operations.scope-missing') return `<p role="alert">${t('not-let')}</p>`
    return `<p role="alert">${plain(problem.title)}${problem.remedy === null ? '' : ` ${plain(problem.remedy)}`}</p>`
  }

  return {
    welcome: () =>
      frame(`<h1>${t('bank')}</h1><p>${t('lead')}</p><p><a class="button" href="/sign-in">${t('sign-in')}</a></p>`),
    home: (name: string, situations: readonly Situation[] | Problem, cases: readonly Card[] | Problem) =>
      frame(
        `<h1>${plain(name)}</h1><h2>${t('for-you')}</h2>${orProblem(situations, all => all.map(situation).join('') || `<p>${t('nothing')}</p>`)}
<h2>${t('applications')}</h2>${orProblem(cases, all => (all.length === 0 ? `<p>${t('none')}</p>` : `<ul>${all.map(card => `<li><a href="/applications/${card.organisation}/${card.case}">${pick(card.title)}</a> · ${pick(card.statusText)}</li>`).join('')}</ul>`))}
<form method="post" action="/sign-out"><button>${t('sign-out')}</button></form>`,
      ),
    application: ({ card, holder, next, timeline, acts }: Case, documents: readonly Document[]) =>
      frame(
        `<p><a href="/">${t('back')}</a></p><h1>${pick(card.title)}</h1><p><strong>${pick(card.statusText)}</strong> · ${plain(card.number)}</p>
<p>${t('holder')}: ${pick(holder)}</p>${next === null ? '' : `<p>${t('next')}: ${pick(next.text)} <small>${plain(next.date)}</small></p>`}
<ol>${timeline.map(({ at, text }) => `<li>${pick(text)} <small>${plain(at.slice(0, 10))}</small></li>`).join('')}</ol>
${acts.length + documents.length === 0 ? '' : `<h2>${t('result')}</h2>${acts.flatMap(({ text }) => (text === null ? [] : [`<p>${pick(text)}</p>`])).join('')}<ul>${documents.map(({ document, title, reference }) => `<li><a href="/documents/${document}">${pick(title)}</a> <small>${plain(reference)}</small></li>`).join('')}</ul>`}`,
      ),
    problem: (problem: Problem) =>
      frame(`<p><a href="/">${t('back')}</a></p><h1>${t('failed')}</h1>${trouble(problem)}`),
    failure: () => frame(`<h1>${t('failed')}</h1><p>${t('again')}</p><p><a href="/sign-in">${t('sign-in')}</a></p>`),
  }
}
