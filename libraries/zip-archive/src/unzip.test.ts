import { strFromU8, strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { unzip, ZipUnreadable } from './unzip.ts'

const all = () => true
const fault = (act: () => unknown) => {
  try {
    act()
    return null
  } catch (error) {
    return error instanceof ZipUnreadable ? error.fault : error
  }
}

describe('unzip', () => {
  it('gives the wanted files', () => {
    const files = unzip(zipSync({ 'a.txt': strToU8('сөз'), 'b.txt': strToU8('b') }), name => name === 'a.txt', 100)
    expect([...files.keys()]).toEqual(['a.txt'])
    expect(strFromU8(files.get('a.txt') ?? new Uint8Array())).toBe('сөз')
  })

  it('ends where an archive unfolds further than allowed, whatever it says of itself', () => {
    expect(fault(() => unzip(zipSync({ a: new Uint8Array(200_000) }), all, 100_000))).toBe('expands-too-far')
    const lies = zipSync({ a: new Uint8Array(200_000) })
    for (let at = 0; at + 30 < lies.length; at++)
      if (lies[at] === 0x50 && lies[at + 1] === 0x4b && lies[at + 2] === 3) lies.set([1, 0, 0, 0], at + 22)
    expect(fault(() => unzip(lies, all, 100_000))).toBe('expands-too-far')
  })

  it('names what is damaged', () => {
    const whole = zipSync({ a: strToU8('abcdefgh'.repeat(500)) })
    expect(fault(() => unzip(whole.subarray(0, 40), all, 100_000))).toBe('damaged')
  })
})
