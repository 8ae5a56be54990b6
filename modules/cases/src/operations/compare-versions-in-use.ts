import { handle } from '@tereze/foundation-operations'
import { compareVersionsInUse } from '../contract/compare-versions.ts'
import { listVersionFigures } from '../store/version-figures.ts'

const none = {
  cases: 0,
  ended: 0,
  medianDays: null,
  decided: 0,
  refused: 0,
  faulty: 0,
  appealed: 0,
  rated: 0,
  rating: null,
}

/** Puts versions of a service beside each other. */
export const compareVersionsInUseHandler = handle(compareVersionsInUse, {
  tenant: input => input.organisation,
  async run({ organisation, service, versions, since }, { tx }) {
    const found = await listVersionFigures(tx, { organisation, service, versions, since: new Date(since) })
    return { items: versions.map(version => found.find(one => one.version === version) ?? { version, ...none }) }
  },
})
