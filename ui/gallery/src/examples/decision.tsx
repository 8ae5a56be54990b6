import { Annex, Reasons, Verdict } from '@tereze/ui-components'
import type { Example } from '../example.ts'

/** Decision: what it is for, and filled in. */
export const decision: Example = {
  name: 'decision',
  parts: ['Verdict', 'Reasons'],
  title: { en: 'Decision', ru: 'Решение', kk: 'Шешім' },
  use: {
    en: 'Yes or no first, then the reasons as a tree: rule, fact, source, paragraph. Whether a reason held is said in words to who cannot see the icon.',
    ru: 'Сначала да или нет, затем причины деревом: правило, факт, источник, пункт. Выполнено ли условие, тому, кто не видит значка, говорят слова.',
    kk: 'Алдымен иә немесе жоқ, одан кейін себептер ағаш түрінде: қағида, дерек, көзі, тармақ. Шарттың орындалғанын белгіні көрмейтін адамға сөз айтады.',
  },
  draw: say => (
    <>
      <Verdict yes={false}>
        {say({ en: 'You do not get the benefit', ru: 'Пособие не назначено', kk: 'Жәрдемақы тағайындалмады' })}
      </Verdict>
      <Reasons
        reasons={[
          {
            key: 'income',
            held: false,
            heldWords: say({ en: 'Not met:', ru: 'Не выполнено:', kk: 'Орындалмады:' }),
            text: say({
              en: 'Income per head is below the limit',
              ru: 'Доход на человека ниже предела',
              kk: 'Бір адамға шаққандағы табыс шектен төмен',
            }),
            clause: say({ en: 'Rules, clause 4', ru: 'Правила, пункт 4', kk: 'Қағидалар, 4-тармақ' }),
            because: [
              {
                key: 'head',
                held: null,
                text: say({ en: 'Income per head', ru: 'Доход на человека', kk: 'Бір адамға шаққандағы табыс' }),
                value: '120 000 ₸',
                source: say({
                  en: 'Tax register, 3 March',
                  ru: 'Налоговый регистр, 3 марта',
                  kk: 'Салық тіркелімі, 3 наурыз',
                }),
                because: [],
              },
            ],
          },
          {
            key: 'child',
            held: true,
            heldWords: say({ en: 'Met:', ru: 'Выполнено:', kk: 'Орындалды:' }),
            text: say({
              en: 'A child under 18 lives with you',
              ru: 'С вами живёт ребёнок младше 18 лет',
              kk: 'Сізбен 18 жасқа толмаған бала тұрады',
            }),
            because: [],
          },
        ]}
      />
    </>
  ),
}

/** Annex to a decision: what it is for, and filled in. */
export const annex: Example = {
  name: 'annex',
  parts: ['Annex'],
  title: { en: 'Annex to a decision', ru: 'Приложение к решению', kk: 'Шешімге қосымша' },
  use: {
    en: 'How a decision came about, line by line, for reading and for print.',
    ru: 'Как принималось решение, строка за строкой: для чтения и печати.',
    kk: 'Шешім қалай қабылданғаны, жолма-жол: оқуға және басып шығаруға арналған.',
  },
  draw: say => (
    <Annex
      lines={[
        { level: 0, text: say({ en: 'Data', ru: 'Данные', kk: 'Деректер' }) },
        { level: 1, text: say({ en: 'Children: 2', ru: 'Дети: 2', kk: 'Балалар: 2' }) },
        { level: 0, text: say({ en: 'Rules', ru: 'Правила', kk: 'Қағидалар' }) },
        {
          level: 1,
          text: say({ en: 'Amount for each child', ru: 'Сумма на каждого ребёнка', kk: 'Әр балаға шаққандағы сома' }),
        },
        {
          level: 2,
          text: say({
            en: 'Row 3 applied: two children or more',
            ru: 'Применена строка 3: двое детей и больше',
            kk: '3-жол қолданылды: екі және одан көп бала',
          }),
        },
      ]}
    />
  ),
}
