/** Words that Kazakh and Russian write alike, in lower case; a message made of these alone may be the same in both. */
export const wordsAlikeInKazakhAndRussian: ReadonlySet<string> = new Set([
  'адрес',
  'банк',
  'браузер',
  'валюта',
  'демо',
  'класс',
  'код',
  'компания',
  'лицензия',
  'паспорт',
  'портал',
  'телефон',
  'тереза',
  'терезе',
  'файл',
])
