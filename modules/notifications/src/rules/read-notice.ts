import { type Language, languages } from '@tereze/operation'
import type { ValueKind } from '@tereze/wording'

/** A value of a notice: a FEEL expression (`= …`) and how its value is written. */
export interface NoticeValue {
  readonly is: string
  readonly as: ValueKind
}

/** Text of a notice in one language: ICU messages. */
export interface NoticeText {
  readonly title: string
  /** Markdown. */
  readonly text: string
  /** Null: the title is sent by SMS. */
  readonly sms: string | null
}

/** A notice of a package, as `content/format/notice.schema.json` declares it. */
export interface Notice {
  readonly id: string
  readonly channels: readonly string[]
  readonly significant: boolean
  /** A topic of the law; null: nobody can refuse it. */
  readonly topic: string | null
  readonly values: Readonly<Record<string, NoticeValue>>
  readonly actions: readonly { readonly id: string; readonly text: string; readonly to: string }[]
  readonly reply: {
    readonly channel: string
    readonly keyword: string
    readonly task: string
    readonly field: string
    /** Notice that says what was wrong with an SMS that is no answer. */
    readonly again?: string
  } | null
  readonly texts: Readonly<Record<Language, NoticeText>>
}

/** A notice of a published package is not in the form that publishing checks. */
export class NoticeBroken extends Error {}

interface FrontMatter {
  id: string
  channels: string[]
  significant: boolean
  topic?: string
  values?: Record<string, string | NoticeValue>
  actions?: Notice['actions']
  reply?: NonNullable<Notice['reply']>
}

const filePattern = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/

function readSection(section: string): NoticeText {
  const paragraphs = section.trim().split(/\n{2,}/)
  const [title = '', ...rest] = paragraphs
  const short = rest.find(paragraph => paragraph.startsWith('sms:'))
  return {
    title: title.trim(),
    text: rest.filter(paragraph => paragraph !== short).join('\n\n'),
    sms: short === undefined ? null : short.slice('sms:'.length).trim(),
  }
}

/**
 * Reads `notices/<id>.md`: a JSON head between lines of `---`, then one section a language under `# en`, `# ru`, `# kk`; the
 * first paragraph is the subject, a paragraph that begins with `sms:` is the short text.
 * @throws NoticeBroken when it is not that.
 */
export function readNotice(file: string): Notice {
  const match = filePattern.exec(file.replaceAll('\r\n', '\n'))
  if (match === null) throw new NoticeBroken('a notice begins with its head between lines of ---')
  const head = JSON.parse(match[1] ?? '') as FrontMatter
  const sections = new Map<string, NoticeText>()
  for (const part of (match[2] ?? '').split(/^# /m).slice(1)) {
    const end = part.indexOf('\n')
    sections.set(part.slice(0, end).trim(), readSection(part.slice(end)))
  }
  const textOf = (language: Language) => {
    const text = sections.get(language)
    if (text === undefined || text.title === '') throw new NoticeBroken(`notice ${head.id} has no text in ${language}`)
    return text
  }
  const [en, ru, kk] = languages.map(textOf)
  if (en === undefined || ru === undefined || kk === undefined) throw new NoticeBroken('three languages are needed')
  return {
    id: head.id,
    channels: head.channels,
    significant: head.significant,
    topic: head.topic ?? null,
    values: Object.fromEntries(
      Object.entries(head.values ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' ? { is: value, as: 'text' as const } : value,
      ]),
    ),
    actions: head.actions ?? [],
    reply: head.reply ?? null,
    texts: { en, ru, kk },
  }
}
