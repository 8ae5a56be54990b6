import { readDataFile } from '@tereze/data-files'
import { isRefused, type ProtocolReply } from '@tereze/operation'
import { expect, test } from 'vitest'
import { withdrawVersion } from '../contract/index.ts'
import { datasetsPlatform, head } from '../datasets-platform.fixture.ts'
import { getFileHandler } from './get-file.ts'
import { getRussianListHandler, getRussianPassportHandler } from './get-passport.ts'

const platform = await datasetsPlatform()
await platform.settle()
const ask = (version: string, file: string, query = '', headers: Record<string, string> = {}) =>
  platform.ask(
    getFileHandler,
    `/datasets/dogs-by-year/${version}/${file}${query}`,
    { dataset: 'dogs-by-year', version, file },
    headers,
  )
const given = async (reply: Promise<ProtocolReply | { code: string }>): Promise<ProtocolReply> => {
  const value = await reply
  if (isRefused(value) || 'code' in value) throw new Error('refused')
  return value
}
const text = ({ body }: ProtocolReply) =>
  typeof body === 'string' ? body : Buffer.from(body as Uint8Array).toString('utf8')

test('gives every format of a version and of the newest, for caches to keep', async () => {
  const csv = await given(ask('latest', 'data.csv'))
  expect(text(csv).split('\r\n').slice(0, 3)).toEqual([
    'year,district,dogs,hidden',
    '2024,east,,true',
    '2024,west,,true',
  ])
  expect(csv.headers).toMatchObject({
    'content-location': 'https://town.example/datasets/dogs-by-year/1/data.csv',
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
  })
  const again = await given(ask('1', 'data.csv', '', { 'if-none-match': `W/"x", ${csv.headers.etag}` }))
  expect([again.status, again.body, again.headers['cache-control']]).toEqual([304, '', 'public, max-age=86400'])
  expect(JSON.parse(text(await given(ask('1', 'data.json'))))).toHaveLength(5)
  const parquet = await given(ask('1', 'data.parquet'))
  const table = await readDataFile(Buffer.from(parquet.body as Uint8Array), 'data.parquet')
  expect('rows' in table ? table.rows.map(({ cells }) => cells[2]) : []).toEqual([null, null, 7, 5, 5])
  expect(JSON.parse(text(await given(ask('1', 'schema.json'))))).toMatchObject({
    required: ['year', 'district', 'dogs', 'hidden'],
    properties: { dogs: { type: ['number', 'null'] } },
  })
})

test('gives rows with an address for the next page', async () => {
  const page = await given(ask('latest', 'rows', '?limit=2&hidden=false'))
  expect(JSON.parse(text(page)).items).toHaveLength(2)
  const next = /<(.+)>; rel="next"/.exec(page.headers.link ?? '')?.[1] ?? ''
  expect(next).toBe('https://town.example/datasets/dogs-by-year/1/rows?hidden=false&limit=2&after=4')
  const rest = await given(ask('1', 'rows', new URL(next).search))
  expect(JSON.parse(text(rest))).toMatchObject({ items: [{ year: '2025', district: 'total' }], next: null })
  expect(await ask('1', 'rows', '?owner=x')).toMatchObject({ code: 'datasets.column-unknown' })
})

test('gives the Russian list, passport, structure and data', async () => {
  const set = 'town-dogs-by-year'
  const list = await given(platform.ask(getRussianListHandler, '/opendata/list.csv', {}))
  expect(text(list).split('\r\n')).toContain(`${set},Counted in town,https://town.example/opendata/${set}/meta.csv,csv`)
  const passport = (file: string, of = set) =>
    platform.ask(getRussianPassportHandler, `/opendata/${of}/${file}`, { set: of, file })
  const meta = text(await given(passport('meta.csv')))
  const data = 'data-20261129T0600-structure-20261129.csv'
  for (const line of [
    'property,value',
    'standardversion,http://opendata.gosmonitor.ru/standard/3.0',
    `identifier,${set}`,
    'created,20261129',
    'format,csv',
    `${data.replace('.csv', '')},https://town.example/opendata/${set}/${data}`,
    `structure-20261129,https://town.example/opendata/${set}/structure-20261129.csv`,
    'provenance,first',
    'valid,20261201',
    'publishermbox,data@town.example',
  ])
    expect(meta.split('\r\n')).toContain(line)
  expect(text(await given(passport(data)))).toContain('2024,east,,true')
  expect(text(await given(passport('structure-20261129.csv')))).toContain('dogs,Dogs,Dogs,decimal')
  expect(await passport('secret.csv')).toMatchObject({ code: 'datasets.version-not-found' })
  expect(await passport('meta.csv', 'town-cats')).toMatchObject({ code: 'datasets.dataset-not-found' })
})

test.each([
  ['cats', '1', 'data.csv', 'datasets.dataset-not-found'],
  ['dogs-by-year', '9', 'data.csv', 'datasets.version-not-found'],
  ['dogs-by-year', '1e0', 'data.csv', 'datasets.version-not-found'],
  ['dogs-by-year', '1', 'data.xml', 'datasets.version-not-found'],
])('refuses %s/%s/%s with %s', async (dataset, version, file, code) =>
  expect(await platform.ask(getFileHandler, '/', { dataset, version, file })).toMatchObject({ code }),
)

test('says that a version was taken back', async () => {
  const input = { organisation: 'town', dataset: 'dogs-by-year', version: 1, reason: 'wrong count' }
  await platform.run(withdrawVersion, input, head)
  expect(await ask('1', 'data.csv')).toMatchObject({ code: 'datasets.version-withdrawn' })
  expect(await ask('latest', 'data.csv')).toMatchObject({ code: 'datasets.version-not-found' })
})
