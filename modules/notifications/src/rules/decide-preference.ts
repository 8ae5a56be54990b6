import { refuse } from '@tereze/operation'
import { isZone } from '@tereze/working-time'
import {
  channelMandatory,
  type Preference,
  quietEmpty,
  topicUnknown,
  topicUrgent,
  zoneUnknown,
} from '../contract/index.ts'
import { type NotificationLaw, topicOf } from './notification-law.ts'

/** What holds for whoever has said nothing. */
export const usualPreference: Preference = {
  language: null,
  zone: null,
  quiet: { kind: 'law' },
  refused: [],
  daily: [],
}

const at = '/preference'

/** Whether the law lets a person have it so: null, or what is wrong and where. */
export function decidePreference(wanted: Preference, law: NotificationLaw) {
  for (const [index, { topic: id, channel }] of wanted.refused.entries()) {
    const topic = topicOf(law, id)
    if (topic === null) return refuse(topicUnknown, { pointer: `${at}/refused/${index}/topic`, params: { topic: id } })
    if (channel === 'cabinet' || topic.mandatory.includes(channel))
      return refuse(channelMandatory, { pointer: `${at}/refused/${index}/channel`, params: { topic: id, channel } })
  }
  for (const [index, id] of wanted.daily.entries()) {
    const topic = topicOf(law, id)
    if (topic === null) return refuse(topicUnknown, { pointer: `${at}/daily/${index}`, params: { topic: id } })
    if (topic.urgent) return refuse(topicUrgent, { pointer: `${at}/daily/${index}`, params: { topic: id } })
  }
  if (wanted.zone !== null && !isZone(wanted.zone))
    return refuse(zoneUnknown, { pointer: `${at}/zone`, params: { zone: wanted.zone } })
  if (wanted.quiet.kind === 'own' && wanted.quiet.from === wanted.quiet.to)
    return refuse(quietEmpty, { pointer: `${at}/quiet/to` })
  return null
}
