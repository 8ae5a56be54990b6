import { expect, test } from 'vitest'
import { networkTable } from './table.ts'

const head = 'prefix,country,region,latitude,longitude,radius'
const table = networkTable(
  [head, '192.0.0.0/16,XA,,48,68,900', '192.0.2.0/24,XA,XA-N,50.5,70,100', '2001:db8::/32,XB,,-10,-50,400', ''].join(
    '\r\n',
  ),
)

test.each([
  ['192.0.2.9', 'XA-N'],
  ['192.0.3.9', null],
  ['::ffff:192.0.2.9', 'XA-N'],
  ['2001:db8:ffff::1', null],
])('the longest prefix says where %s is', async (address, region) => {
  expect(await table.find(address)).toMatchObject({ region })
})

test.each(['198.51.100.1', '2001:db9::1', 'nonsense'])('nobody knows where %s is', async address => {
  expect(await table.find(address)).toBeNull()
})

test.each([
  ['', 'line 1'],
  [`${head}\n192.0.2.0,XA,,1,1,1`, 'line 2: the prefix'],
  [`${head}\n192.0.2.0/33,XA,,1,1,1`, 'line 2: the prefix'],
  [`${head}\n192.0.2.0/24,XA,,1,1,1\n192.0.3.0/24,Xa,,1,1,1`, 'line 3: the country'],
  [`${head}\n192.0.2.0/24,XA,,91,1,1`, 'line 2: latitude'],
  [`${head}\n192.0.2.0/24,XA,,1,1,`, 'line 2: latitude'],
])('a wrong table is refused with the line: %j', (text, line) => {
  expect(() => networkTable(text)).toThrow(line)
})
