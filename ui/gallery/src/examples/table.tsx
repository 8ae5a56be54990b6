import { DateText, InstantText, Money, QrCode, Table } from '@tereze/ui-components'
import type { Example } from '../example.ts'

/** Table: what it is for, and filled in. */
export const table: Example = {
  name: 'table',
  parts: ['Table', 'Money', 'DateText', 'InstantText'],
  title: { en: 'Table', ru: 'Таблица', kk: 'Кесте' },
  use: {
    en: 'Rows of alike things with numbers to the end; on a phone a list of small cards. Money and dates are written as the language writes them.',
    ru: 'Строки одинаковых вещей, числа у края; на телефоне — карточки. Деньги и даты пишутся, как принято в языке.',
    kk: 'Ұқсас нәрселердің жолдары, сандар шетте; телефонда — шағын карталар. Ақша мен күн тілдегі жазылуынша жазылады.',
  },
  draw: (say, language) => {
    const month = say({ en: 'Month', ru: 'Месяц', kk: 'Ай' })
    return (
      <Table
        caption={say({ en: 'Payments', ru: 'Выплаты', kk: 'Төлемдер' })}
        columns={[
          { key: 'month', head: month },
          { key: 'paid', head: say({ en: 'Paid at', ru: 'Когда выплачено', kk: 'Төленген уақыты' }) },
          { key: 'sum', head: say({ en: 'Sum', ru: 'Сумма', kk: 'Сома' }), number: true },
        ]}
        rows={[
          {
            key: 'march',
            cells: [
              <DateText key="month" date="2026-03-01" language={language} />,
              <InstantText key="paid" at="2026-03-05T06:30:00.000Z" language={language} zone="Asia/Almaty" />,
              <Money key="sum" value={{ amount: '48200', currency: 'KZT' }} language={language} />,
            ],
          },
          {
            key: 'april',
            cells: [
              <DateText key="month" date="2026-04-01" language={language} />,
              <InstantText key="paid" at="2026-04-06T09:05:00.000Z" language={language} zone="Asia/Almaty" />,
              <Money key="sum" value={{ amount: '1248200.5', currency: 'KZT' }} language={language} />,
            ],
          },
        ]}
      />
    )
  },
}

/** QR code: what it is for, and filled in. */
export const qr: Example = {
  name: 'qr',
  parts: ['QrCode'],
  title: { en: 'QR code', ru: 'QR-код', kk: 'QR код' },
  use: {
    en: 'Dark on white in every theme, with its text beside it for those who cannot scan.',
    ru: 'Тёмный на белом в любой теме, рядом текст для тех, кто не может сканировать.',
    kk: 'Кез келген тақырыпта ақ үстінде қара, сканерлей алмайтындарға қасында мәтіні тұрады.',
  },
  draw: say => (
    <QrCode
      text="https://portal.example/verify/SAMPLE"
      label={say({
        en: 'Code that leads to the check of the document',
        ru: 'Код ведёт к проверке документа',
        kk: 'Код құжатты тексеруге апарады',
      })}
    >
      <p>portal.example/verify</p>
    </QrCode>
  ),
}
