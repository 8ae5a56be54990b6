import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { isFirm, type JsonObject, languages, refuse } from '@tereze/operation'
import { evaluator, fillTemplate } from '@tereze/template'
import { firmNotified, noticeNotFound, notifyPerson, personNotified } from '../contract/index.ts'
import { findNotice, findNoticePackage } from '../notices/find-notice.ts'
import { lawOf } from '../notices/law-of.ts'
import { wordingsOf } from '../notices/wordings.ts'
import { decideChannels } from '../rules/decide-channels.ts'
import { decideMoment } from '../rules/decide-moment.ts'
import { usualPreference } from '../rules/decide-preference.ts'
import { topicOf } from '../rules/notification-law.ts'
import { writeMessage } from '../rules/write-message.ts'
import { findMessageOfKey, insertMessage, type Reply } from '../store/messages.ts'
import { findPreference } from '../store/preferences.ts'

/** Letters and digits of the text by which a letter is answered. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** The service that a case's data names: grounds and titles in a process's notice are worded by it. */
function serviceIn(data: JsonObject | undefined): { package: string; version: string }[] {
  const { id, version } = (data?.service ?? {}) as Record<string, unknown>
  return typeof id === 'string' && typeof version === 'string' ? [{ package: id, version }] : []
}

/** Writes a message to a person by a notice of a package, in all languages; it travels after commit. */
export const notifyPersonHandler = handle(notifyPerson, {
  tenant: input => input.organisation,
  async run(input, context) {
    context.concerns([input.person])
    const known = await findMessageOfKey(context.tx, context.tx.tenant, input.key)
    if (known !== null) return { message: known }
    const found = findNotice(context, input)
    if (found === null) return refuse(noticeNotFound, { pointer: '/notice', params: { notice: input.notice } })
    const { notice, pack } = found
    const all = context.port(packages)
    const { zone } = getOrganisation(all, input.organisation)

    const evaluate = evaluator(input.data ?? {}, { now: context.now.toISOString(), zone })
    const values: Record<string, unknown> = { ...input.params }
    for (const [name, value] of Object.entries(notice.values)) {
      if (!Object.hasOwn(values, name)) values[name] = fillTemplate(value.is, evaluate)
    }
    const words = input.words ?? serviceIn(input.data)
    const packs = [pack, ...words.flatMap(of => findNoticePackage(all, of.package, of.version) ?? [])]
    const kinds = Object.entries(values).map(([name, value]) => ({ value, as: notice.values[name]?.as ?? 'text' }))
    const wordingOf = await wordingsOf(context, input.organisation, packs, kinds)

    const keyword = notice.reply?.keyword.replace(/^message:/, '') ?? ''
    const place =
      input.answerTo ?? (input.case === null || !notice.reply ? null : { case: input.case, task: notice.reply.task })
    const reply: Reply | null =
      notice.reply === null || place === null
        ? null
        : {
            ...place,
            field: notice.reply.field,
            ...(notice.reply.again === undefined
              ? {}
              : { again: { package: input.package, version: input.version, notice: notice.reply.again } }),
            keywords: [...new Set(languages.flatMap(language => wordingOf(language).word(keyword) ?? []))],
          }
    const law = lawOf(all, input.organisation)
    const topic = topicOf(law, notice.topic)
    const preference = (await findPreference(context.tx, input.person)) ?? usualPreference
    const ways = decideChannels({ names: notice.channels, firm: isFirm(input.person), topic, preference }).map(
      channel =>
        channel === 'cabinet'
          ? { channel, at: null, daily: false }
          : {
              channel,
              ...decideMoment({ channel, topic, law, preference, zone: preference.zone ?? zone, now: context.now }),
            },
    )
    const refusable = topic !== null && !topic.mandatory.includes('email')
    const { id, isNew } = await insertMessage(context.tx, {
      id: context.ids.newId('message'),
      key: input.key,
      person: input.person,
      case: input.case,
      notice: notice.id,
      significant: notice.significant,
      ...writeMessage(notice, values, wordingOf),
      reply,
      mailing: input.mailing ?? null,
      now: context.now,
      topic: topic?.id ?? null,
      leave: refusable && ways.some(({ channel }) => channel === 'email') ? context.ids.randomText(22, alphabet) : null,
      ways,
    })
    if (isNew) {
      await context.emit(personNotified, { subject: id, data: { message: id, notice: notice.id, case: input.case } })
      if (isFirm(input.person))
        await context.emit(firmNotified, { subject: id, data: { message: id, firm: input.person, case: input.case } })
    }
    return { message: id }
  },
})
