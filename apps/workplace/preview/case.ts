import type { getCase } from '@tereze/cases/contract'
import type { OutputOf } from '@tereze/operation'
import { processXml } from './process.ts'
import { organisation, type SampleTask, sampleRevision } from './tasks.ts'
import { text, texts } from './text.ts'

type View = OutputOf<typeof getCase>
type Reason = View['reasons'][number]

/** How a sample case ended, when it did. */
export interface Ending {
  readonly outcome: 'granted' | 'partly-granted' | 'refused'
  readonly reason: string
  readonly at: string
}

/** A whole sample case around a task. */
export function sampleCase(task: SampleTask, ending: Ending | null): View {
  const opened = task.openedAt
  const later = (hours: number) => new Date(new Date(opened).getTime() + hours * 3_600_000).toISOString()
  const source = (name: View['card']['title'], hours: number) => ({
    organisation: 'tax-agency',
    name,
    at: later(hours),
    message: null,
  })
  const income = text('Family income a month, 2025', 'Доход семьи в месяц, 2025', 'Отбасының айлық табысы, 2025')
  return {
    card: {
      case: task.case,
      organisation,
      number: task.number,
      service: task.service,
      title: task.serviceTitle,
      status: ending ? 'decided' : 'in-progress',
      statusText: ending
        ? ending.outcome === 'refused'
          ? text('Refused', 'Отказано', 'Бас тартылды')
          : text('Granted', 'Назначено', 'Тағайындалды')
        : texts.inProgress,
      waiting: null,
      outcome: ending?.outcome ?? null,
      appeal: 'none',
      openedAt: opened,
      deadline: task.deadline,
      yourTask: null,
    },
    revision: sampleRevision,
    applicant: { person: 'person_0198a000-0000-7000-8000-000000000001', name: task.applicant },
    files: [
      {
        id: 'file_0198a000-0000-7000-8000-000000000002',
        name: 'Анықтама 2026.pdf',
        mediaType: 'application/pdf',
        size: 184_320,
        at: opened,
        from: 'applicant',
        checked: false,
      },
    ],
    facts: [
      {
        pointer: '/child',
        label: text('Child', 'Ребёнок', 'Бала'),
        value: { family: task.applicant.family, given: 'Арман', born: '2026-02-20' },
        as: 'person-name',
        source: source(texts.registry, 1),
        conflict: false,
      },
      {
        pointer: '/address',
        label: text('They live together at', 'Живут вместе по адресу', 'Бірге тұратын мекенжайы'),
        value: text(
          'Sample St 14, apt 3, North Region',
          'ул. Примерная, 14, кв. 3, Северный край',
          'Солтүстік өңірі, Үлгі көшесі, 14-үй, 3-пәтер',
        ),
        as: 'text',
        source: source(texts.addresses, 1),
        conflict: false,
      },
      {
        pointer: '/household/income',
        label: income,
        value: [
          {
            employerName: text('Example Bakery', 'Пекарня «Пример»', '«Мысал» наубайханасы'),
            monthly: { amount: '120000.00', currency: 'DMD' },
          },
        ],
        as: 'money',
        source: source(texts.tax, 2),
        conflict: true,
      },
      {
        pointer: '/household/income',
        label: income,
        value: [
          {
            employerName: text('Example Bakery', 'Пекарня «Пример»', '«Мысал» наубайханасы'),
            monthly: { amount: '180000.00', currency: 'DMD' },
          },
        ],
        as: 'money',
        source: source(text('Pension Fund', 'Пенсионный фонд', 'Зейнетақы қоры'), 3),
        conflict: true,
      },
      ...reports([
        ['120000.00', text('employer', 'работодатель', 'жұмыс беруші')],
        ['180000.00', text('pension fund', 'пенсионный фонд', 'зейнетақы қоры')],
      ]).map(fact => ({ ...fact, source: source(texts.tax, 2), conflict: true })),
      ...children(['Арман', 'Айгүл']).map(fact => ({ ...fact, source: source(texts.registry, 1), conflict: false })),
      {
        pointer: '/household/size',
        label: text('People in the family', 'Членов семьи', 'Отбасы мүшелері'),
        value: 4,
        as: 'number',
        source: source(texts.registry, 1),
        conflict: false,
        before: { value: 3, as: 'number', at: opened },
      },
      {
        pointer: '/declared',
        label: text('Income as told by the applicant', 'Доход со слов заявителя', 'Өтініш беруші айтқан табыс'),
        value: { amount: '120000.00', currency: 'DMD' },
        as: 'money',
        source: null,
        conflict: false,
      },
    ],
    checklist: [
      {
        id: 'child',
        text: text('The child is under three', 'Ребёнку нет трёх лет', 'Бала үш жасқа толмаған'),
        clause: '7.1',
        state: 'holds',
      },
      {
        id: 'together',
        text: text('Mother and child live together', 'Мать и ребёнок живут вместе', 'Ана мен бала бірге тұрады'),
        clause: '7.1',
        state: 'holds',
      },
      {
        id: 'low-income',
        text: text(
          'Income per head is under the subsistence minimum',
          'Доход на человека ниже прожиточного минимума',
          'Жан басына шаққандағы табыс ең төмен күнкөріс деңгейінен аз',
        ),
        clause: '7.2',
        state: ending ? 'holds' : 'conflict',
      },
      {
        id: 'no-other',
        text: text(
          'No such benefit is paid already',
          'Такое пособие ещё не выплачивается',
          'Мұндай жәрдемақы әлі төленбейді',
        ),
        clause: '7.4',
        state: ending ? 'holds' : 'open',
      },
    ],
    draft:
      task.role === 'registrar'
        ? null
        : { outcome: 'granted', amount: { amount: '41000.00', currency: 'DMD' }, grounds: [] },
    reasons: task.role === 'registrar' ? [] : reasons(),
    refusalGrounds:
      task.role === 'registrar'
        ? []
        : [
            {
              id: 'income-too-high',
              text: text(
                'Income per head is not under the subsistence minimum',
                'Доход на человека не ниже прожиточного минимума',
                'Жан басына шаққандағы табыс ең төмен күнкөріс деңгейінен аз емес',
              ),
              clause: '7.5',
            },
            {
              id: 'lives-apart',
              text: text('The child lives elsewhere', 'Ребёнок живёт отдельно', 'Бала бөлек тұрады'),
              clause: '7.1',
            },
          ],
    acts: [
      {
        act: 'act_0198a000-0000-7000-8000-000000000001',
        kind: 'registration',
        title: text('Registration of the application', 'Регистрация заявления', 'Өтінішті тіркеу'),
        number: '1',
        at: later(0),
        ground: '7.1',
        signatory: 'system:cases',
        text: null,
      },
      ...(ending
        ? [
            {
              act: 'act_0198a000-0000-7000-8000-000000000002',
              kind: 'decision',
              title: text('Decision', 'Решение', 'Шешім'),
              number: '2',
              at: ending.at,
              ground: '7.2',
              signatory: 'Эталонова Сара',
              text: text(ending.reason, ending.reason, ending.reason),
            },
          ]
        : []),
    ],
    timeline: [
      {
        at: later(0),
        by: 'you',
        text: text('The mother confirmed the offer', 'Мать подтвердила предложение', 'Ана ұсынысты растады'),
      },
      {
        at: later(2),
        by: 'agency',
        text: text(
          'The tax agency told the income',
          'Налоговое агентство сообщило доход',
          'Салық агенттігі табысты хабарлады',
        ),
      },
      {
        at: later(3),
        by: 'agency',
        text: text(
          'The pension fund told another sum',
          'Пенсионный фонд назвал другую сумму',
          'Зейнетақы қоры басқа соманы хабарлады',
        ),
      },
      {
        at: later(3.01),
        by: 'us',
        text: text(
          'Answers differ, so a person decides',
          'Ответы расходятся, поэтому решает человек',
          'Жауаптар сәйкес емес, сондықтан адам шешеді',
        ),
      },
    ],
    tasks: ending ? [] : [task],
    process: { xml: processXml, at: ending ? [] : ['review'] },
  }
}

type Told = Pick<View['facts'][number], 'pointer' | 'label' | 'value' | 'as'>
const within = (of: View['card']['title'], field: View['card']['title']): View['card']['title'] => ({
  en: `${of.en} · ${field.en}`,
  ru: `${of.ru} · ${field.ru}`,
  kk: `${of.kk} · ${field.kk}`,
})

function reports(of: readonly (readonly [string, View['card']['title']])[]): Told[] {
  const report = text('Reports', 'Сообщения о доходе', 'Табыс туралы мәліметтер')
  return of.flatMap(([amount, by], index): Told[] => [
    {
      pointer: `/household/reports/${index}/monthly`,
      label: within(report, text('A month', 'Доход в месяц', 'Айлық табыс')),
      value: { amount, currency: 'DMD' },
      as: 'money',
    },
    {
      pointer: `/household/reports/${index}/by`,
      label: within(report, text('Told by', 'Кто сообщил', 'Кім хабарлады')),
      value: by,
      as: 'words',
    },
    {
      pointer: `/household/reports/${index}/months`,
      label: within(report, text('Months', 'Месяцев', 'Ай саны')),
      value: 12,
      as: 'number',
    },
  ])
}

function children(names: readonly string[]): Told[] {
  const child = text('Child', 'Ребёнок', 'Бала')
  return names.flatMap((given, index): Told[] => [
    {
      pointer: `/children/${index}/name`,
      label: within(child, text('Name', 'Имя', 'Аты')),
      value: { family: 'Примерова', given },
      as: 'name',
    },
    {
      pointer: `/children/${index}/born`,
      label: within(child, text('Date of birth', 'Дата рождения', 'Туған күні')),
      value: `202${index + 2}-10-29`,
      as: 'date',
    },
  ])
}

function reasons(): Reason[] {
  const rule = (of: Omit<Reason, 'kind' | 'source' | 'value'>): Reason => ({
    kind: 'rule',
    value: null,
    source: null,
    ...of,
  })
  const fact = (words: Reason['text'], value: string, source: Reason['source']): Reason => ({
    kind: 'fact',
    text: words,
    held: null,
    clause: null,
    value,
    source,
    because: [],
  })
  return [
    {
      kind: 'decision',
      text: text('The benefit is granted', 'Пособие назначается', 'Жәрдемақы тағайындалады'),
      held: true,
      clause: '7',
      value: '41 000 DMD',
      source: null,
      because: [
        rule({
          text: text('The child is under three', 'Ребёнку нет трёх лет', 'Бала үш жасқа толмаған'),
          held: true,
          clause: '7.1',
          because: [fact(text('Born', 'Дата рождения', 'Туған күні'), '20.02.2026', texts.registry)],
        }),
        rule({
          text: text(
            'With the lower answer income per head is under the minimum',
            'При меньшем из ответов доход на человека ниже минимума',
            'Жауаптың азы бойынша жан басына шаққандағы табыс ең төменнен аз',
          ),
          held: true,
          clause: '7.2',
          because: [
            fact(text('Income a month', 'Доход в месяц', 'Айлық табыс'), '120 000 DMD', texts.tax),
            fact(text('People in the family', 'Членов семьи', 'Отбасы мүшелері'), '4', texts.registry),
          ],
        }),
        rule({
          text: text(
            'With the higher answer it would not be',
            'При большем из ответов — не ниже',
            'Жауаптың көбі бойынша — аз емес',
          ),
          held: false,
          clause: '7.2',
          because: [],
        }),
      ],
    },
  ]
}
