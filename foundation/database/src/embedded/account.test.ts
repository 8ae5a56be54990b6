import { expect, test } from 'vitest'
import { readNobody } from './account.ts'

test('finds nobody by name, whatever its number', () => {
  expect(readNobody('root:x:0:0:root:/root:/bin/bash\nnobody:x:99:98:Nobody:/:/sbin/nologin\n')).toEqual({
    uid: 99,
    gid: 98,
  })
})

test('says the way out when there is no nobody', () => {
  expect(() => readNobody('root:x:0:0:root:/root:/bin/bash\n')).toThrow(/DATABASE_URL/)
})
