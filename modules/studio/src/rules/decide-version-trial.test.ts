import { expect, it } from 'vitest'
import { whyNoChange, whyNoTrial } from './decide-version-trial.ts'

const onTrial = { version: '2.0.0', share: 10 }

it('is of services that have a version in use, one at a time', () => {
  const of = { kind: 'service', base: '1.0.0', share: 10, onTrial: null }
  expect(whyNoTrial(of)).toBeNull()
  expect(whyNoTrial({ ...of, kind: 'register' })).toMatchObject({ code: 'studio.trial-impossible', pointer: '/trial' })
  expect(whyNoTrial({ ...of, base: null })).toMatchObject({ code: 'studio.trial-impossible' })
  expect(whyNoTrial({ ...of, kind: 'register', share: null })).toBeNull()
  expect(whyNoTrial({ ...of, share: null, onTrial })).toMatchObject({
    code: 'studio.trial-open',
    params: { version: '2.0.0' },
  })
})

it('is changed by who neither wrote the version nor asked for it, and ended by any publisher', () => {
  const publication = { writers: ['writer'], requestedBy: 'asker' }
  const why = (official: string, change: 'share' | 'adopt' | 'end', share?: number, version = '2.0.0') =>
    whyNoChange({ onTrial, wanted: { version, change, share }, publication, official })?.code ?? null
  expect(why('other', 'share', 25)).toBeNull()
  expect(why('other', 'adopt')).toBeNull()
  expect(why('writer', 'share', 25)).toBe('studio.publication-own')
  expect(why('asker', 'adopt')).toBe('studio.publication-own')
  expect(why('writer', 'end')).toBeNull()
  expect(why('other', 'share')).toBe('studio.share-needed')
  expect(why('other', 'end', 5)).toBe('studio.share-needed')
  expect(why('other', 'adopt', undefined, '3.0.0')).toBe('studio.version-not-tried')
})
