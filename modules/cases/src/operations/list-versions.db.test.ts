import { describe, expect, it } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { listVersions } from '../contract/index.ts'
import { addVersion } from '../operating.fixture.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const versions = async () => done(await cases.run(listVersions, { organisation: benefits }, operator)).items

describe('list-versions', () => {
  it('has nothing where nothing runs', async () => {
    await cases.decided('granted')
    expect(await versions()).toEqual([])
  })

  it('counts running cases by version of service and process, with where they might go', async () => {
    await cases.inReview()
    await cases.inReview()
    addVersion(cases, 'service', benefit, '1.1.0')
    addVersion(cases, 'process', 'standard-service', '1.0.3')
    await cases.inReview()
    expect(await versions()).toMatchObject([
      {
        service: benefit,
        version: '1.0.0',
        cases: 2,
        processes: [{ process: 'standard-service', version: '1.0.0', instances: 2 }],
        targets: ['1.1.0', '1.0.0'],
      },
      { version: '1.1.0', cases: 1, processes: [{ version: '1.0.3', instances: 1 }] },
    ])
  })

  it('is for operators of the organisation', async () => {
    expect(await cases.run(listVersions, { organisation: benefits }, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
