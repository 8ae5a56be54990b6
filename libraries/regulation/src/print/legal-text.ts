import type { Language } from '@tereze/operation'
import { writeDate, writeMoney } from '@tereze/wording'
import type { DigitalRegulation } from '../format/digital-regulation.ts'
import type { Need } from '../format/needs.ts'
import type { Term, Words } from '../format/parts.ts'
import { word } from '../problem.ts'

/** A part of a legal text, in order: a heading of a level, a numbered paragraph. */
export interface Block {
  readonly kind: 'title' | 'part' | 'heading' | 'paragraph'
  readonly number: string
  readonly text: string
}

/** How a jurisdiction builds its regulations. */
export type Structure = 'administrative-regulation' | 'main-requirements'

/** What bodies and acts are called. */
export interface Titles {
  body(reference: string): Words | undefined
  act(reference: string): Words | undefined
}

/** The structure that a jurisdiction prescribes: Kazakhstan a list of main requirements, others a regulation with variants. */
export function structureOf({ jurisdiction }: DigitalRegulation): Structure {
  return jurisdiction === 'kz' ? 'main-requirements' : 'administrative-regulation'
}

/** A term of law in words: “5 working days”. */
export function termText(term: Term, language: Language): string {
  const [unit = 'workingDays', count = 0] = Object.entries(term)[0] ?? []
  return word(`print.unit.${unit}`, language, { count })
}

interface Section {
  readonly heading: string
  readonly lines: readonly string[]
}

function writerOf(regulation: DigitalRegulation, language: Language, titles: Titles) {
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) =>
    word(`print.${key}`, language, params)
  const own = (words: Words) => words[language]
  const title = (reference: string, words: Words | undefined) => words?.[language] ?? reference
  const body = (reference: string) => title(reference, titles.body(reference))
  const term = (value: Term) => termText(value, language)
  const line = (text: Words, clause: string) => say('line', { text: own(text), clause })
  const orNone = (lines: readonly string[]) => (lines.length === 0 ? [say('none')] : lines)
  const need = ({ name, from, contract = '', register = '', optional, clause }: Need) => {
    const source = [say(`from.${from}`, { contract, register }), ...(optional === true ? [say('optional')] : [])].join(
      ', ',
    )
    return say('need', { name: own(name), source, clause })
  }
  const { fee, automatic } = regulation
  const sections = {
    name: { heading: say('name'), lines: [own(regulation.name)] },
    body: {
      heading: say('body'),
      lines: [
        body(regulation.body),
        ...(regulation.developedBy === undefined ? [] : [say('developed', { body: body(regulation.developedBy) })]),
        say(regulation.extraterritorial === true ? 'extraterritorial' : 'territorial'),
      ],
    },
    participants: {
      heading: say('participants'),
      lines: orNone(
        (regulation.participants ?? []).map(({ organisation, does }) => `${body(organisation)}: ${own(does)}`),
      ),
    },
    applicants: {
      heading: say('applicants'),
      lines: [
        ...regulation.applicants.map(({ name, clause }) => line(name, clause)),
        ...regulation.clauses
          .filter(({ id }) => regulation.applicants.some(({ clause }) => clause === id))
          .map(({ text }) => own(text)),
      ],
    },
    profiling: {
      heading: say('profiling'),
      lines: orNone(
        regulation.questionnaire.map(({ text, answers }) =>
          say('answers', {
            question: own(text),
            answers: answers.map(answer => own(answer.text)).join('; '),
            variants: regulation.variants.map(({ name }) => own(name)).join('; '),
          }),
        ),
      ),
    },
    result: {
      heading: say('result'),
      lines: [
        ...regulation.results.map(({ title: name, clause }) => line(name, clause)),
        ...(regulation.amount ?? []).map(({ text, clause }) => `${say('amount')}: ${line(text, clause)}`),
      ],
    },
    term: {
      heading: say('term'),
      lines: [
        say('line', {
          text: say(`term.${regulation.deadline.from}`, { term: term(regulation.deadline.term) }),
          clause: regulation.deadline.clause,
        }),
      ],
    },
    acts: {
      heading: say('acts'),
      lines: regulation.acts.map(({ id, article }) => say('source', { act: title(id, titles.act(id)), article })),
    },
    needs: { heading: say('needs'), lines: orNone(regulation.needs.map(need)) },
    fee: {
      heading: say('fee'),
      lines:
        fee === undefined
          ? [say('free')]
          : [
              typeof fee.sum === 'string'
                ? say('sum-by-rule', { sum: fee.sum })
                : say('sum', { sum: writeMoney(fee.sum, language) }),
              ...(fee.exemptions ?? []).map(({ text, clause }) => say('exempt', { text: line(text, clause) })),
            ],
    },
    refuseAccept: {
      heading: say('refuse-accept'),
      lines: orNone([
        ...(regulation.acceptance ?? []).map(({ text, remedy, clause }) =>
          say('remedy', { text: own(text), remedy: own(remedy), clause }),
        ),
        ...(regulation.notApplicant === undefined
          ? []
          : [
              say('remedy', {
                text: own(regulation.notApplicant.text),
                remedy: own(regulation.notApplicant.remedy),
                clause: regulation.notApplicant.clause,
              }),
            ]),
      ]),
    },
    suspend: {
      heading: say('suspend'),
      lines: orNone((regulation.suspension ?? []).map(({ text, clause }) => line(text, clause))),
    },
    refuse: {
      heading: say('refuse'),
      lines: orNone(
        regulation.criteria
          .filter(
            ({ ground }, index) => regulation.criteria.findIndex(other => other.ground.id === ground.id) === index,
          )
          .map(({ ground, clause }) =>
            say('remedy', { text: own(ground.text), remedy: own(ground.remedy), clause: ground.clause ?? clause }),
          ),
      ),
    },
    criteria: {
      heading: say('criteria'),
      lines: [
        ...orNone(regulation.criteria.map(({ text, clause }) => line(text, clause))),
        automatic === undefined
          ? say('by-official')
          : say('line', { text: say('automatic'), clause: automatic.clause }),
        ...(regulation.review ?? []).map(({ text, clause }) => say('review', { text: line(text, clause) })),
      ],
    },
    indicators: {
      heading: say('indicators'),
      lines: orNone(
        [...(regulation.indicators?.availability ?? []), ...(regulation.indicators?.quality ?? [])].map(own),
      ),
    },
    channels: { heading: say('channels'), lines: regulation.channels.map(channel => say(`channel.${channel}`)) },
    form: {
      heading: say('form'),
      lines: [
        say(automatic === undefined || (regulation.review ?? []).length > 0 ? 'form.electronic' : 'form.automatic'),
      ],
    },
    variants: { heading: say('variants'), lines: regulation.variants.map(({ name }) => own(name)) },
    clauses: {
      heading: say('clauses'),
      lines: regulation.clauses.map(({ id, text, source }) => {
        const [act = '', article = ''] = source.split('/')
        return `${id}. ${own(text)} — ${say('source', { act: title(act, titles.act(act)), article })}`
      }),
    },
    procedures: {
      heading: say('part.procedures'),
      lines: regulation.procedures.map(({ id, deadline, clause }) =>
        say('line', { text: say(`procedure.${id}`, { term: term(deadline) }), clause }),
      ),
    },
    appeal: {
      heading: say('part.appeal'),
      lines: [
        say('line', {
          text: say('appeal', {
            to: body(regulation.appeal.to),
            within: term(regulation.appeal.within),
            decided: term(regulation.appeal.decided),
          }),
          clause: regulation.appeal.clause,
        }),
        ...(regulation.correction === undefined
          ? []
          : [say('correction', { within: term(regulation.correction.within) })]),
      ],
    },
    subject: { heading: say('subject'), lines: [own(regulation.summary)] },
  } satisfies Record<string, Section>
  const ofVariants = regulation.variants.map(
    ({ id, name }): Section => ({
      heading: say('variant', { name: own(name) }),
      lines: [
        say('variant-needs'),
        ...orNone(regulation.needs.filter(({ variants }) => variants === undefined || variants.includes(id)).map(need)),
        ...regulation.results
          .filter(({ variants }) => variants === undefined || variants.includes(id))
          .map(({ title: result, clause }) => `${say('result')}: ${line(result, clause)}`),
      ],
    }),
  )
  return { say, own, sections, ofVariants }
}

function numbered(sections: readonly Section[], before: string): Block[] {
  return sections.flatMap(({ heading, lines }, index): Block[] => {
    const number = `${before}${index + 1}`
    return [
      { kind: 'heading', number: `${number}.`, text: heading },
      ...lines.map((text, at): Block => ({ kind: 'paragraph', number: `${number}.${at + 1}.`, text })),
    ]
  })
}

const romans = ['I', 'II', 'III', 'IV', 'V']

/**
 * The legal text of a regulation in the structure of its jurisdiction: a regulation with general provisions, standard, variants with
 * profiling and appeal, or a list of main requirements. The same blocks in every language.
 */
export function legalText(
  regulation: DigitalRegulation,
  language: Language,
  titles: Titles,
  structure = structureOf(regulation),
): Block[] {
  const { say, own, sections: of, ofVariants } = writerOf(regulation, language, titles)
  const { approval } = regulation
  const name = own(regulation.name)
  const head: Block[] = [
    { kind: 'title', number: '', text: say(structure === 'main-requirements' ? 'title-list' : 'title', { name }) },
    ...(approval === undefined
      ? []
      : [
          {
            kind: 'paragraph' as const,
            number: '',
            text: say('approved', {
              act: own(approval.act),
              position: own(approval.position),
              date: writeDate(approval.inForce, language),
            }),
          },
        ]),
  ]
  if (structure === 'main-requirements') {
    const other: Section = {
      heading: say('other'),
      lines: [...of.applicants.lines, ...of.criteria.lines, ...of.appeal.lines, ...of.clauses.lines],
    }
    const list = [
      of.name,
      of.body,
      of.channels,
      of.term,
      of.form,
      of.result,
      of.fee,
      of.needs,
      ...(ofVariants.length > 1 ? ofVariants : []),
      of.refuseAccept,
      of.refuse,
      of.suspend,
      other,
    ]
    return [...head, ...numbered(list, '')]
  }
  const parts: readonly { readonly title: string; readonly sections: readonly Section[] }[] = [
    { title: say('part.general'), sections: [of.subject, of.applicants, of.profiling] },
    {
      title: say('part.standard'),
      sections: [
        of.name,
        of.body,
        of.participants,
        of.result,
        of.term,
        of.acts,
        of.needs,
        of.refuseAccept,
        of.suspend,
        of.refuse,
        of.fee,
        of.channels,
        of.indicators,
      ],
    },
    { title: say('part.procedures'), sections: [of.variants, of.criteria, of.procedures, ...ofVariants] },
    { title: say('part.appeal'), sections: [of.appeal] },
    { title: say('clauses'), sections: [of.clauses] },
  ]
  return [
    ...head,
    ...parts.flatMap(({ title, sections }, index): Block[] => [
      { kind: 'part', number: `${romans[index]}.`, text: title },
      ...numbered(sections, `${index + 1}.`),
    ]),
  ]
}

/** A legal text as plain text with headings, for a terminal or a Markdown file. */
export function plainText(blocks: readonly Block[]): string {
  const marks = { title: '# ', part: '## ', heading: '### ', paragraph: '' }
  return `${blocks.map(({ kind, number, text }) => `${marks[kind]}${number === '' ? '' : `${number} `}${text}`).join('\n\n')}\n`
}
