import { describe, expect, it } from 'vitest'
import { classifierFormats, readClassifier } from './read-classifier.ts'

/** Cyrillic text as Windows writes it. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].map(letter => {
      const code = letter.codePointAt(0) ?? 0
      if (code < 128) return code
      if (letter === 'ё') return 0xb8
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : 0x3f
    }),
  )
}

async function read(format: string, bytes: Uint8Array | string, name = 'file.csv') {
  const found = classifierFormats.get(format)
  if (found === undefined) throw new Error(`no format ${format}`)
  const said = await readClassifier(found, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name)
  if ('fault' in said) return said
  return {
    rows: said.rows.map(({ row, code, parent, level, names }) => [
      row,
      code,
      parent,
      level,
      names.ru ?? names.en ?? names.kk,
    ]),
    problems: said.problems.map(({ row, column, code }) => `${row} ${column} ${code}`),
    whole: said.rows,
  }
}

describe('readClassifier', () => {
  it('reads ОКТМО as Rosstat writes it: no names of columns, windows-1251, headings of groups between', async () => {
    const lines = [
      '"98";"000";"000";"000";"1";"1";"Муниципальные образования Выдуманного края";"г Придумск";"";"";"1";01.01.2014;01.01.2014',
      '"98";"600";"000";"000";"2";"1";"Муниципальные районы Выдуманного края";"";"";"";"1";01.01.2014;01.01.2014',
      '"98";"604";"000";"000";"3";"1";"Сказочный муниципальный район";"с Сказка";"";"";"1";01.01.2014;01.03.2014',
      '"98";"604";"405";"000";"4";"1";"Сельское поселение Лесное";"";"";"";"1";01.01.2014;01.01.2014',
      '"98";"604";"405";"106";"5";"2";"д Лесная";"";"";"";"1";01.01.2014;01.01.2014',
      '"98";"604";"4x5";"111";"5";"2";"д Неверная";"";"";"";"1";01.01.2014;01.01.2014',
      '"97";"601";"000";"000";"5";"1";"Район без края";"";"";"";"1";01.01.2014;01.01.2014',
      '"98";"604";"405";"106";"5";"2";"д Лесная ещё раз";"";"";"";"1";01.01.2014;01.01.2014',
      '"98";"604";"405";"116";"5";"2";"";"";"";"";"1";01.01.2014;01.01.2014',
      '"98";"604";"405";"121";"5";"2";"д Вчерашняя";"";"";"";"1";01.01.2014;31.02.2014',
      '"98";"604";"405"',
    ]
    const said = await read('oktmo', windows1251(lines.join('\r\n')))
    expect(said).toMatchObject({
      rows: [
        [1, '98000000', null, 1, 'Муниципальные образования Выдуманного края'],
        [2, '98600000', '98000000', 2, 'Муниципальные районы Выдуманного края'],
        [3, '98604000', '98600000', 3, 'Сказочный муниципальный район'],
        [4, '98604405', '98604000', 4, 'Сельское поселение Лесное'],
        [5, '98604405106', '98604405', 5, 'д Лесная'],
      ],
      problems: [
        '6 ter code.malformed',
        '7 parent parent.unknown',
        '8 code code.twice',
        '9 name1 name.missing',
        '10 datevved date.wrong',
        '11 null row.too-few-cells',
      ],
    })
    expect(said).toMatchObject({ whole: [{}, {}, { from: '2014-03-01' }, {}, {}] })
  })

  it('reads КАТО with its parts, and gives spreadsheets back the zeros they took', async () => {
    const text = `te;ab;cd;ef;hij;k;kaz_name;rus_name;nn
980000000;98;0;0;0;0;Ойдан облысы;Выдуманная область;1
981000000;98;10;0;0;0;Қиял қ.ә.;Город Грёз г.а.;2
981020000;98;10;20;0;0;Гүлді а.о.;Цветочный с.о.;3
981020305;98;10;20;305;0;Гүлді ауылы;село Цветочное;4
982000000;98;10;0;0;0;Өзге;Иное;5
98200;98;20;0;0;0;Қысқа;Короткий;6
970100000;97;1;0;0;0;Жетім;Сирота;7`
    expect(await read('kato', text)).toMatchObject({
      rows: [
        [2, '980000000', null, 1, 'Выдуманная область'],
        [3, '981000000', '980000000', 2, 'Город Грёз г.а.'],
        [4, '981020000', '981000000', 3, 'Цветочный с.о.'],
        [5, '981020305', '981020000', 4, 'село Цветочное'],
      ],
      problems: ['6 te code.parts-differ', '7 te code.malformed', '8 parent parent.unknown'],
      whole: [{ names: { kk: 'Ойдан облысы' } }, {}, {}, {}],
    })
  })

  it('reads ОКВЭД 2: a row without a code is the section', async () => {
    const text = `"Z";"";"Раздел выдуманных дел"
"Z";"98";"Выдумывание"
"Z";"98.1";"Выдумывание вещей"
"Z";"98.11";"Выдумывание больших вещей"
"Z";"98.11.2";"Выдумывание очень больших вещей"
"Z";"98.11.21";"Выдумывание домов"
"Z";"98.111";"Неверно"
"";"99.1";"Без класса"`
    expect(await read('okved', text)).toMatchObject({
      rows: [
        [1, 'Z', null, 1, 'Раздел выдуманных дел'],
        [2, '98', 'Z', 2, 'Выдумывание'],
        [3, '98.1', '98', 3, 'Выдумывание вещей'],
        [4, '98.11', '98.1', 4, 'Выдумывание больших вещей'],
        [5, '98.11.2', '98.11', 5, 'Выдумывание очень больших вещей'],
        [6, '98.11.21', '98.11.2', 6, 'Выдумывание домов'],
      ],
      problems: ['7 code code.malformed', '8 parent parent.unknown'],
    })
  })

  it('reads КОФОГ in both writings', async () => {
    const rows = [
      [2, '98', null, 1, 'Made-up services'],
      [3, '98.1', '98', 2, 'Making up'],
      [4, '98.1.2', '98.1', 3, 'Making up stories'],
    ]
    const un = 'Code,Description\n98,Made-up services\n98.1,Making up\n98.1.2,Making up stories\n98.12,Wrong'
    expect(await read('cofog', un)).toMatchObject({ rows, problems: ['5 code code.malformed'] })
    const eurostat = 'COFOG;Label\nGF98;Made-up services\nGF9801;Making up\nGF980102;Making up stories\n;No code'
    expect(await read('cofog', eurostat)).toMatchObject({ rows, problems: ['5 code code.missing'] })
  })

  it('reads codes of one’s own with dates and successors, and refuses circles', async () => {
    const text = `code,parent,name_en,name_kk,from,until,replaced_by
a,,Old,Ескі,2020-01-01,2023-12-31,b|c
b,,New,Жаңа,2024-01-01,,
c,b,Newer,Жаңарақ,01.02.2024,,
d,e,Hen,Тауық,,,
e,d,Egg,Жұмыртқа,,,
f,f,Itself,Өзі,,,
g,,Back,Кері,2024-01-01,2023-01-01,
h,,Lost,Жоқ,,,z
i,a,,,,,`
    expect(await read('codes', text)).toMatchObject({
      rows: [
        [2, 'a', null, 1, 'Old'],
        [3, 'b', null, 1, 'New'],
        [4, 'c', 'b', 2, 'Newer'],
      ],
      problems: [
        '5 parent parent.circular',
        '6 parent parent.circular',
        '7 parent code.own-parent',
        '8 until dates.reversed',
        '9 replaced_by successor.unknown',
        '10 name name.missing',
      ],
      whole: [{ until: '2023-12-31', replacedBy: ['b', 'c'] }, {}, { from: '2024-02-01' }],
    })
  })

  it('says what is wrong with a whole file', async () => {
    expect(await read('kato', 'a;b\n1;2')).toEqual({
      fault: 'file.columns-missing',
      columns: ['te', 'kaz_name', 'rus_name'],
    })
    expect(await read('kato', '')).toEqual({ fault: 'file.empty' })
    expect(await read('kato', 'x', 'file.pdf')).toEqual({ fault: 'file.format-unknown' })
  })
})
