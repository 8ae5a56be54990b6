import { Callout, Pane, Source, Tag } from '@tereze/ui-components'
import type { Example } from '../example.ts'

/** Pane: what it is for, and filled in. */
export const pane: Example = {
  name: 'pane',
  parts: ['Pane', 'Source'],
  title: { en: 'Pane', ru: 'Панель', kk: 'Тақта' },
  use: {
    en: 'A flat surface for things that belong together. Under a value stands where it is from.',
    ru: 'Плоская поверхность для того, что связано между собой. Под значением сказано, откуда оно.',
    kk: 'Өзара байланысты нәрселерге арналған жазық бет. Мәннің астында оның қайдан алынғаны тұрады.',
  },
  draw: say => (
    <Pane>
      <p>{say({ en: 'Income for 2025', ru: 'Доход за 2025 год', kk: '2025 жылғы табыс' })}</p>
      <Source>
        {say({ en: 'Tax register, 3 March', ru: 'Налоговый регистр, 3 марта', kk: 'Салық тіркелімі, 3 наурыз' })}
      </Source>
    </Pane>
  ),
}

/** Tags: what it is for, and filled in. */
export const tags: Example = {
  name: 'tags',
  parts: ['Tag'],
  title: { en: 'Tags', ru: 'Метки', kk: 'Белгілер' },
  use: {
    en: 'A state in one or two words: done, your turn, moving, refused, later. Icon and words say it too, never the colour alone.',
    ru: 'Состояние в одном-двух словах: готово, ваша очередь, в работе, отказано, позже. Об этом говорят и значок, и слова, а не один цвет.',
    kk: 'Күйі бір-екі сөзбен: дайын, сіздің кезегіңіз, қаралуда, бас тартылды, кейінірек. Оны түс қана емес, белгі мен сөз де айтады.',
  },
  draw: say => (
    <p>
      <Tag tone="done">{say({ en: 'Done', ru: 'Готово', kk: 'Дайын' })}</Tag>{' '}
      <Tag tone="you">{say({ en: 'Your turn', ru: 'Ваша очередь', kk: 'Сіздің кезегіңіз' })}</Tag>{' '}
      <Tag tone="moving">{say({ en: 'Being decided', ru: 'Рассматривается', kk: 'Қаралуда' })}</Tag>{' '}
      <Tag tone="no">{say({ en: 'Refused', ru: 'Отказано', kk: 'Бас тартылды' })}</Tag>{' '}
      <Tag tone="later">{say({ en: 'Later', ru: 'Позже', kk: 'Кейінірек' })}</Tag>
    </p>
  ),
}

/** Callout: what it is for, and filled in. */
export const callout: Example = {
  name: 'callout',
  parts: ['Callout'],
  title: { en: 'Callout', ru: 'Важное', kk: 'Маңызды' },
  use: {
    en: 'What must not be overlooked, in the place where it matters. Live when it appears after a form was sent: it is read aloud then.',
    ru: 'То, что нельзя пропустить, — там, где это важно. «Живое», если появилось после отправки формы: тогда его прочтут вслух.',
    kk: 'Назардан тыс қалмауы тиіс нәрсе — маңызды жерінде. Нысан жіберілгеннен кейін пайда болса, «тірі»: сонда дауыстап оқылады.',
  },
  draw: say => (
    <>
      <Callout tone="done" live title={say({ en: 'Sent', ru: 'Отправлено', kk: 'Жіберілді' })}>
        <p>
          {say({
            en: 'You hear from us by Thursday 12 March.',
            ru: 'Мы ответим до четверга, 12 марта.',
            kk: '12 наурызға, бейсенбіге дейін жауап береміз.',
          })}
        </p>
      </Callout>
      <Callout
        tone="no"
        title={say({
          en: 'The register does not answer',
          ru: 'Регистр не отвечает',
          kk: 'Тіркелім жауап бермейді',
        })}
      >
        <p>
          {say({
            en: 'Nothing is lost: we ask again by ourselves.',
            ru: 'Ничего не пропало: мы сами спросим ещё раз.',
            kk: 'Ештеңе жоғалған жоқ: өзіміз қайта сұраймыз.',
          })}
        </p>
      </Callout>
    </>
  ),
}
