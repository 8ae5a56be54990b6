import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listVersions, type RunningVersion } from '../contract/version.ts'
import { getService } from '../definition/get-service.ts'
import { countVersions } from '../store/versions.ts'

/** The versions that run. */
export const listVersionsHandler = handle(listVersions, {
  tenant: input => input.organisation,
  async run(input, context) {
    const all = context.port(packages)
    const counted = await countVersions(context.tx, input.organisation)
    const byVersion = Map.groupBy(counted, ({ service, version }) => `${service}@${version}`)
    const items = [...byVersion.values()].flatMap((lines): RunningVersion[] => {
      const [first] = lines
      if (first === undefined) return []
      const { service, version, allCases } = first
      return [
        {
          service,
          title: textOf(getService(all, service, version).pack, 'title'),
          version,
          cases: allCases,
          processes: lines.map(line => ({
            process: line.process,
            version: line.processVersion,
            instances: line.instances,
          })),
          targets: all
            .versions('service', service)
            .map(pack => pack.version)
            .toReversed(),
        },
      ]
    })
    return { items }
  },
})
