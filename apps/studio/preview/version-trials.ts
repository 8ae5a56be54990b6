import { changeVersionTrial, type DraftCard, listVersionsOnTrial, type VersionTrialCard } from '@tereze/studio/contract'
import { No, type SampleHandler } from '../../../tools/web/no.ts'

const figures = (version: string, cases: number) => ({
  ...{ version, cases, medianDays: 2.5, decided: 12, refused: 1, faulty: 0, appealed: 0, rating: null },
})

/** A version on trial in memory; what is ordered is done when somebody looks again. */
export function sampleTrials(by: DraftCard['begunBy'], title: DraftCard['title']) {
  const orders: VersionTrialCard[] = []
  const version = '9.1.0'
  let share: number | null = 10
  const run: SampleHandler['run'] = (input: { change: VersionTrialCard['change']; share?: number; reason: string }) => {
    if (input.reason.length < 10) throw new No('operations.input-invalid', 422, 'The reason is too short')
    const order = `versiontrial_0198a000-0000-7000-8000-${String(orders.length + 1).padStart(12, '0')}`
    orders.unshift({
      order,
      version,
      change: input.change,
      share: input.share ?? null,
      reason: input.reason,
      state: 'ordered',
      failed: null,
      ordered: { by, at: new Date().toISOString() },
      endedAt: null,
      problem: null,
    })
    return { order }
  }
  return {
    handlers: [
      { definition: changeVersionTrial, run },
      {
        definition: listVersionsOnTrial,
        run: () => ({
          items: share === null ? [] : [{ kind: 'service', package: 'one-time-birth-benefit', title, version, share }],
        }),
      },
    ] satisfies SampleHandler[],
    versions: () => (share === null ? [] : [{ version, use: 'on-trial' as const }]),
    shown() {
      for (const [index, one] of orders.entries()) {
        if (one.state !== 'ordered') continue
        share = one.change === 'share' ? one.share : null
        orders[index] = { ...one, state: 'done', endedAt: new Date().toISOString() }
      }
      return {
        trial:
          share === null
            ? null
            : { version, share, isEarly: true, figures: [figures(version, 14), figures('9.0.0', 126)] },
        trialOrders: [...orders],
        mayChangeTrial: share !== null,
      }
    },
  }
}
