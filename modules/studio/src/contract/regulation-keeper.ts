import type { Context } from '@tereze/foundation-operations'
import { port } from '@tereze/operation'

/** Why the life of a regulation forbids to publish what is made from it: at `stage` the text is no law; or another text is. */
export interface NotInForce {
  readonly why: 'not-in-force' | 'text-other'
  readonly stage?: string
}

/** Who keeps the lives of regulations; a package is published only by a text that is in force. */
export interface RegulationKeeper {
  /** Why a package of an organisation may not be published; null: it may, or it has no regulation whose life is kept. */
  whyNot(
    context: Context,
    source: { readonly organisation: string; readonly files: Readonly<Record<string, string>> },
  ): Promise<NotInForce | null>
}

/** Bound by whoever composes the platform. */
export const regulationKeeper = port<RegulationKeeper>('studio.regulation-keeper')
