import type { OutputOf } from '@tereze/operation'
import type { getRegulation } from '@tereze/regulations/contract'
import { commandOf } from '@tereze/ui-app'

/** A regulation with its life as the platform gives it. */
export type Life = OutputOf<typeof getRegulation>
/** A remark in the life of a regulation. */
export type LifeRemark = Life['life']['remarks'][number]

/** Calls commands of lives; what is shown of them is asked for anew after each. */
export const useLifeCommand = commandOf('regulations')

/** Whether somebody may take a step now. */
export const may = ({ may: open }: Life, step: string): boolean => open.includes(step)
