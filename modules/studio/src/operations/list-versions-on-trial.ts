import { packages, textOf } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listVersionsOnTrial } from '../contract/index.ts'
import { servicesOnTrial } from '../views/services-on-trial.ts'

/** Services with a version on trial. */
export const listVersionsOnTrialHandler = handle(listVersionsOnTrial, {
  tenant: input => input.organisation,
  async run({ organisation }, { port }) {
    const own = servicesOnTrial(port(packages)).filter(one => one.organisation === organisation)
    return {
      items: own
        .toSorted((a, b) => Number(a.share > 0) - Number(b.share > 0))
        .map(({ service, version, share }) => ({
          kind: 'service' as const,
          package: service.id,
          title: textOf(service, 'title'),
          version,
          share,
        })),
    }
  },
})
