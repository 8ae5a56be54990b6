import { describe, expect, it } from 'vitest'
import { familyPlatform, mother, stranger } from '../../../situations/src/family-platform.fixture.ts'
import { getOwnFact } from '../contract/index.ts'

const platform = await familyPlatform()
const place = { person: mother.id, organisation: 'civil-registry', register: 'people', record: mother.id }
const get = (pointer: string, actor = mother) => platform.run(getOwnFact, { ...place, pointer }, actor)
const words = { en: expect.stringMatching(/\S/), ru: expect.stringMatching(/\S/), kk: expect.stringMatching(/\S/) }

describe('get-own-fact', () => {
  it('gives the parts that a person can write: of a name each, of a code its choices, of an id none', async () => {
    expect(await get('/name')).toMatchObject({
      title: words,
      fact: { value: { family: 'Altyn', given: 'Aisulu' }, source: words },
      parts: [
        { pointer: '/name/family', label: words, value: 'Altyn' },
        { pointer: '/name/given', label: words, value: 'Aisulu' },
        { pointer: '/name/patronymic', label: words, value: '' },
      ],
    })
    expect(await get('/sex')).toMatchObject({
      parts: [
        {
          pointer: '/sex',
          value: 'female',
          options: [
            { value: 'female', text: words },
            { value: 'male', text: words },
          ],
        },
      ],
    })
    expect(await get('/born')).toMatchObject({ parts: [{ pointer: '/born', value: '1996-05-04' }] })
  })

  it('is of the acting person only', async () => {
    expect(await get('/name', stranger)).toHaveProperty('code')
    expect(await platform.run(getOwnFact, { ...place, person: stranger.id, pointer: '/name' }, stranger)).toMatchObject(
      {
        code: 'profile.fact-not-found',
      },
    )
  })
})
