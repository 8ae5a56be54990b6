import type { Language } from '@tereze/operation'
import { differencesOf, valuesInWords } from '../file/changes-in-words.ts'
import { sayFile } from '../file/words.ts'
import { noticeHead, readNoticeWords } from './notice-text.ts'
import { sayPart } from './say-part.ts'

/** What a notice says otherwise than before: its head by its format, its texts language by language; null where one cannot be read. */
export function changesInWords(before: string, after: string, language: Language): readonly string[] | null {
  const [was, is] = [noticeHead.read(before), noticeHead.read(after)]
  if (was === undefined || is === undefined) return null
  const [say, sayOwn] = [sayFile(language), sayPart(language)]
  const texts = differencesOf(readNoticeWords(before), readNoticeWords(after)).map(one => {
    const [, of = '', part = ''] = one.pointer.split('/')
    const place = `${say(`language.${of as Language}`)} › ${sayOwn(`part.${part as 'title' | 'text' | 'sms'}`)}`
    return say('compare.changed', {
      place,
      was: String(one.was) || say('compare.nothing'),
      is: String(one.is) || say('compare.nothing'),
    })
  })
  const head = JSON.stringify(was) === JSON.stringify(is) ? [] : valuesInWords(was, is, 'notice', language)
  const told = [...head, ...texts]
  return told.length === 0 ? [say('compare.none')] : told
}
