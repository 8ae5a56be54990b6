import { type Language, languages } from '@tereze/operation'
import { writeJson } from '@tereze/regulation'

/** How the value of a file is read from its text and written into it; undefined where the text cannot be read. */
export interface FileText {
  readonly read: (text: string) => unknown
  readonly write: (text: string, value: unknown) => string
}

/** Whether a file is a notice. */
export function isNotice(path: string): boolean {
  return /^notices\/[^/]+\.md$/.test(path)
}

/** What a notice says in one language: subject, text in Markdown, and the short text; an empty one: the subject is sent by SMS. */
export interface NoticeWords {
  readonly title: string
  readonly text: string
  readonly sms: string
}

const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/

function split(file: string): { readonly head: string; readonly body: string } | null {
  const found = parts.exec(file.replaceAll('\r\n', '\n'))
  return found === null ? null : { head: found[1] ?? '', body: found[2] ?? '' }
}

/** The head of a notice as a value, and its way back: the texts below stay as they are. */
export const noticeHead: FileText = {
  read(file) {
    try {
      return JSON.parse(split(file)?.head ?? '')
    } catch {
      return undefined
    }
  },
  write: (file, value) => `---\n${writeJson(value).trimEnd()}\n---\n${split(file)?.body ?? ''}`,
}

function readSection(section: string): NoticeWords {
  const [title = '', ...rest] = section.trim().split(/\n{2,}/)
  const short = rest.find(paragraph => paragraph.startsWith('sms:'))
  return {
    title: title.trim(),
    text: rest.filter(paragraph => paragraph !== short).join('\n\n'),
    sms: short === undefined ? '' : short.slice('sms:'.length).trim(),
  }
}

/** What a notice says in every language; nothing in one that it has no section for. */
export function readNoticeWords(file: string): Readonly<Record<Language, NoticeWords>> {
  const sections = new Map<string, NoticeWords>()
  for (const part of (split(file)?.body ?? '').split(/^# /m).slice(1)) {
    const end = part.indexOf('\n')
    sections.set(part.slice(0, end).trim(), readSection(part.slice(end)))
  }
  const of = (language: Language) => sections.get(language) ?? { title: '', text: '', sms: '' }
  return { en: of('en'), ru: of('ru'), kk: of('kk') }
}

/** A paragraph as it can stand in a section: without empty lines, and without a beginning that would end the section. */
function oneParagraph(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ')
}

/** A text as it can stand in a section: no line of it begins another language or the short text. */
function manyParagraphs(text: string): string {
  return text
    .trim()
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^# /gm, '## ')
    .replace(/^sms:/gm, 'SMS:')
}

/** The file with another text in a language; its head stays as it is. */
export function writeNoticeWords(file: string, language: Language, words: NoticeWords): string {
  const all = { ...readNoticeWords(file), [language]: words }
  const sections = languages
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map(code => {
      const { title, text, sms } = all[code]
      const short = sms.trim() === '' ? [] : [`sms: ${oneParagraph(sms)}`]
      return [`# ${code}`, oneParagraph(title), ...(text.trim() === '' ? [] : [manyParagraphs(text)]), ...short].join(
        '\n\n',
      )
    })
  return `---\n${split(file)?.head ?? '{}'}\n---\n\n${sections.join('\n\n')}\n`
}

const order: readonly Language[] = ['en', 'ru', 'kk']

/** How many SMS a short text takes: 70 letters in one, 67 in each of several; 160 and 153 where all letters are Latin. */
export function smsCount(text: string): number {
  const [one, many] = /^[ -~\n]*$/.test(text) ? [160, 153] : [70, 67]
  if (text.length === 0) return 0
  return text.length <= one ? 1 : Math.ceil(text.length / many)
}
