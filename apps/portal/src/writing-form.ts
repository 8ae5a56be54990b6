import type { getPreferences, Preference, Quiet } from '@tereze/notifications/contract'
import type { OutputOf } from '@tereze/operation'

/** A preference as its form was sent; the hours stand for themselves, since they are kept only with quiet hours of one's own. */
export interface WrittenPreference {
  readonly wanted: Preference
  readonly from: string
  readonly to: string
}

const languages = ['en', 'ru', 'kk'] as const

/** Own quiet hours without a time are as if they began and ended at midnight: the platform refuses them and says why. */
function quietOf(kind: string | null, from: string, to: string): Quiet {
  if (kind === 'own') return { kind, from: from === '' ? '00:00' : from, to: to === '' ? '00:00' : to }
  return { kind: kind === 'none' ? 'none' : 'law' }
}

/**
 * Reads the form of what a person wants. A channel of a topic that its form asked about and that is not ticked is refused; about others what
 * was kept stays. In `daily` stand the topics that were ticked.
 */
export function readWriting(
  form: URLSearchParams,
  { topics, channels, preference }: Pick<OutputOf<typeof getPreferences>, 'topics' | 'channels' | 'preference'>,
): WrittenPreference {
  const refused = topics.flatMap(({ topic, mandatory }) => {
    const field = `ways-${topic}/-`
    const before = preference.refused.filter(one => one.topic === topic)
    if (!form.has(field)) return before
    const ticked = form.getAll(field)
    const asked = channels.filter(channel => !mandatory.includes(channel))
    const hidden = before.filter(one => !channels.includes(one.channel) && !mandatory.includes(one.channel))
    return [...hidden, ...asked.filter(one => !ticked.includes(one)).map(channel => ({ topic, channel }))]
  })
  const [from, to] = [form.get('from') ?? '', form.get('to') ?? '']
  const zone = form.get('zone') ?? ''
  const ticked = form.getAll('daily/-')
  return {
    from,
    to,
    wanted: {
      language: languages.find(language => language === form.get('language')) ?? null,
      zone: zone === '' ? null : zone,
      quiet: quietOf(form.get('quiet'), from, to),
      refused,
      daily: topics.map(({ topic }) => topic).filter(topic => ticked.includes(topic)),
    },
  }
}
