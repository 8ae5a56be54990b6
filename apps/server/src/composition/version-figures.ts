import { compareVersionsInUse } from '@tereze/cases/contract'
import { isRefused } from '@tereze/operation'
import type { VersionFigureSource } from '@tereze/studio/contract'

/** The figures of versions of services, out of what the cases of the organisation really did. */
export const figuresOfVersions: VersionFigureSource = {
  async read(context, { versions, ...question }) {
    const found = await context.call(compareVersionsInUse, { ...question, versions: [...versions] })
    return isRefused(found) ? [] : found.items.map(({ ended: _ended, rated: _rated, ...figures }) => figures)
  },
}
