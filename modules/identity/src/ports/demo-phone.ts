import type { DemoIdentity, DemoSignIn } from './demo-sign-in.ts'

/** The phones of the demo country: the newest code of each, in memory only. */
export function demoPhone(): Pick<DemoSignIn, 'sendCode' | 'shownCode'> {
  const shown = new Map<string, string>()
  return {
    sendCode: async (identity: DemoIdentity, code: string) => {
      shown.set(identity.id, code)
    },
    shownCode: async identity => shown.get(identity.id) ?? null,
  }
}
