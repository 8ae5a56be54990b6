import {
  ButtonLink,
  HeroWindow,
  LinkRow,
  Links,
  Offer,
  Offers,
  Search,
  SituationWindow,
  Windows,
} from '@tereze/ui-components'
import type { Example } from '../example.ts'

/** The one question: what it is for, and filled in. */
export const search: Example = {
  name: 'search',
  parts: ['Search', 'HeroWindow'],
  title: { en: 'The one question', ru: 'Один вопрос', kk: 'Бір сұрақ' },
  use: {
    en: 'Once, on the home page: asks what happened, and understands everyday words and typing errors. The window beside it is decoration.',
    ru: 'Один раз, на главной: спрашивает, что случилось, понимает обычные слова и опечатки. Окно рядом — украшение.',
    kk: 'Басты бетте бір рет: не болғанын сұрайды, күнделікті сөз бен қате теруді түсінеді. Қасындағы терезе — безендіру.',
  },
  keys: { en: 'Enter searches.', ru: 'Enter начинает поиск.', kk: 'Enter іздеуді бастайды.' },
  draw: say => (
    <>
      <HeroWindow />
      <Search
        action="#search"
        name="q"
        label={say({ en: 'What happened?', ru: 'Что случилось?', kk: 'Не болды?' })}
        placeholder={say({ en: 'a child is born', ru: 'родился ребёнок', kk: 'бала туды' })}
        button={say({ en: 'Find', ru: 'Найти', kk: 'Табу' })}
      />
    </>
  ),
}

/** For you now: what it is for, and filled in. */
export const offers: Example = {
  name: 'offers',
  parts: ['Offers', 'Offer'],
  title: { en: 'For you now', ru: 'Для вас сейчас', kk: 'Қазір сіз үшін' },
  use: {
    en: 'One thing for the person now: what, why, by when, and the one thing to do about it.',
    ru: 'Одно дело для человека сейчас: что, почему, до какого дня и одно действие.',
    kk: 'Адамға қазір керек бір іс: не, неге, қашанға дейін және бір ғана әрекет.',
  },
  draw: say => (
    <Offers>
      <Offer
        tone="you"
        tag={say({ en: 'Until 12 March', ru: 'До 12 марта', kk: '12 наурызға дейін' })}
        title={say({
          en: 'Confirm the child benefit',
          ru: 'Подтвердите пособие на ребёнка',
          kk: 'Балаға берілетін жәрдемақыны растаңыз',
        })}
        action={<ButtonLink href="#offers">{say({ en: 'Confirm', ru: 'Подтвердить', kk: 'Растау' })}</ButtonLink>}
      >
        <p>{say({ en: 'Because a child was born', ru: 'Потому что родился ребёнок', kk: 'Себебі бала туды' })}</p>
      </Offer>
    </Offers>
  ),
}

/** Windows: what it is for, and filled in. */
export const windows: Example = {
  name: 'windows',
  parts: ['Windows', 'SituationWindow'],
  title: { en: 'Windows', ru: 'Окна', kk: 'Терезелер' },
  use: {
    en: 'The way into a life situation. Each has a drawing of its own; one without gets the empty window.',
    ru: 'Вход в жизненную ситуацию. У каждой свой рисунок; если его нет, стоит пустое окно.',
    kk: 'Өмірлік жағдайға кіру. Әрқайсысының өз суреті бар; жоқ болса, бос терезе тұрады.',
  },
  draw: say => (
    <Windows>
      <SituationWindow
        href="#windows"
        drawing="birth-of-a-child"
        title={say({ en: 'A child is born', ru: 'Родился ребёнок', kk: 'Бала туды' })}
      >
        <p>
          {say({
            en: 'Certificate, money, kindergarten',
            ru: 'Свидетельство, выплаты, детский сад',
            kk: 'Куәлік, төлем, балабақша',
          })}
        </p>
      </SituationWindow>
      <SituationWindow
        href="#windows"
        drawing={null}
        title={say({ en: 'Something else', ru: 'Другое', kk: 'Басқа жағдай' })}
      />
    </Windows>
  ),
}

/** Rows of links: what it is for, and filled in. */
export const links: Example = {
  name: 'links',
  parts: ['Links', 'LinkRow'],
  title: { en: 'Rows of links', ru: 'Строки со ссылками', kk: 'Сілтемелер жолдары' },
  use: {
    en: 'Cases, messages, documents: one line for each, the whole line leads there.',
    ru: 'Дела, сообщения, документы: по строке на каждое, ведёт вся строка.',
    kk: 'Істер, хабарлар, құжаттар: әрқайсысына бір жол, бүкіл жол сонда апарады.',
  },
  draw: say => (
    <Links>
      <LinkRow
        href="#links"
        unread
        title={say({ en: 'Your certificate is ready', ru: 'Свидетельство готово', kk: 'Куәлігіңіз дайын' })}
        aside={say({ en: 'today', ru: 'сегодня', kk: 'бүгін' })}
      >
        <p>{say({ en: 'Civil registry', ru: 'Отдел регистрации', kk: 'Тіркеу бөлімі' })}</p>
      </LinkRow>
      <LinkRow href="#links" title={say({ en: 'Child benefit', ru: 'Пособие на ребёнка', kk: 'Балаға жәрдемақы' })} />
    </Links>
  ),
}
