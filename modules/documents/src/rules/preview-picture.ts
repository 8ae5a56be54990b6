import { createMessages, findMessageProblems } from '@tereze/messages'
import { isRefused, type Language } from '@tereze/operation'
import { ExpressionBroken, evaluator } from '@tereze/template'
import { localMoment, writeDate } from '@tereze/wording'
import type { Picture, PreviewFault, PreviewOrder } from '../contract/index.ts'
import { ownWords } from '../templates/own-words.ts'
import { type Composing, composeDocument, type DocumentTemplate, type DocumentWording } from './compose-document.ts'
import { inEach } from './in-each.ts'
import { lackingField } from './lacking-field.ts'
import type { Appeals, Regulation } from './legal-blocks.ts'

/** What stands where a document has its reference. */
const noReference = '0000-0000-0000-0000'

/** Why a template cannot be shown; null for what is no fault of its author. */
function faultOf(error: unknown): PreviewFault | null {
  if (error instanceof ExpressionBroken)
    return { fault: 'expression', detail: error.message.replace(/^not FEEL: /u, '') }
  // A message speaks of a field that has no value here.
  const lacks = lackingField(error)
  return lacks === null ? null : { fault: 'field', detail: lacks }
}

/** The page of a template filled with data that somebody made up, marked as a sample; or what is wrong with the template. */
export function previewPicture(order: PreviewOrder): { readonly picture: Picture } | PreviewFault {
  const { words, common, issuer, organisations, languages, now } = order
  const broken = findMessageProblems(words).find(({ problem }) => problem === 'syntax')
  if (broken !== undefined) return { fault: 'words', detail: `${broken.key} (${broken.language})` }
  const sources = [createMessages([words]), createMessages([common]), ownWords]
  const moment = { now, zone: issuer.zone }
  const template = order.template as unknown as DocumentTemplate
  const wording = (language: Language): DocumentWording => ({
    language,
    zone: issuer.zone,
    word: key => sources.find(one => one.has(key))?.text(key, language) ?? null,
    fill: (key, params) => (sources.find(one => one.has(key)) ?? sources[0] ?? ownWords).text(key, language, params),
    record: () => null,
    organisation: id => organisations[id]?.[language] ?? null,
  })
  const composing: Composing = {
    evaluate: evaluator(order.data, moment),
    within: item => evaluator({ ...order.data, item }, moment),
    wording,
    regulation: order.regulation as Regulation | null,
    appeals: order.appeals as Appeals | null,
  }
  try {
    // Who the document is about and what its check shows need no sample: the page is looked at.
    const composed = composeDocument({ ...template, subjects: ['nobody'], proves: [] }, composing)
    if (isRefused(composed)) return { fault: 'field', detail: composed.pointer ?? '' }
    const own = (key: string) => inEach(language => ownWords.text(key, language))
    const date = localMoment(now, issuer.zone)?.date ?? now.slice(0, 10)
    return {
      picture: {
        languages,
        organisation: issuer.name,
        title: composed.title,
        issued: inEach(language => writeDate(date, language)),
        date,
        reference: noReference,
        verifyUrl: `${order.origin}/verify/${noReference}`,
        verifyAddress: `${order.origin}/verify/${noReference}`.replace(/^https?:\/\//u, ''),
        key: '',
        certificate: own('document.sample'),
        blocks: composed.blocks,
        words: { signed: own('document.sample.unsigned'), check: own('document.check'), qr: own('document.qr') },
        sample: own('document.sample'),
      },
    }
  } catch (error) {
    const fault = faultOf(error)
    if (fault === null) throw error
    return fault
  }
}
