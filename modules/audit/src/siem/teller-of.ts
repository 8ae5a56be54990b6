import { toCef } from './to-cef.ts'
import { toEcs } from './to-ecs.ts'
import type { SiemFormat, TellLine } from './told-line.ts'

const tellers: Readonly<Record<SiemFormat, TellLine>> = { cef: toCef, ecs: toEcs }

/** What tells lines in a format. */
export const tellerOf = (format: SiemFormat): TellLine => tellers[format]
