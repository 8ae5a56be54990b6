/** Vessels whose changes wait for a second person, with those who ask and those who decide. */
import { official } from '@tereze/foundation-testing'
import { type InputOf, isRefused } from '@tereze/operation'
import { approveChange, requestChange } from './contract/index.ts'
import { owner, registersPlatform, source } from './registers-platform.fixture.ts'

const someone = (number: number, role: string) =>
  official({
    id: `official_01960000-0000-7000-8000-0000000001${number.toString().padStart(2, '0')}`,
    organisation: 'transport',
    roles: [role],
  })
/** Asks for changes. */
export const clerk = someone(1, 'clerk')
/** Asks for changes, too. */
export const otherClerk = someone(2, 'clerk')
/** Asks and decides. */
export const chief = someone(3, 'chief')
/** Decides, too. */
export const otherChief = someone(4, 'chief')
/** Decides without seeing what is a bank secret. */
export const deputy = someone(5, 'deputy')

/** The module with one vessel and its changes. */
export async function changesPlatform() {
  const platform = await registersPlatform()
  const data = { name: 'Ada', status: 'built', owner: owner(1), hull: 'H-1', port: 'north' }
  const place = { organisation: 'transport', register: 'vessels' }
  const ask = (more: Partial<InputOf<typeof requestChange>>, actor = clerk) =>
    platform.run(requestChange, { ...place, data, reason: 'a letter', source, ...more }, actor)
  return {
    platform,
    place,
    data,
    ask,
    async asked(more: Partial<InputOf<typeof requestChange>>, actor = clerk) {
      const change = await ask(more, actor)
      if (isRefused(change)) throw new Error(`${change.code} ${JSON.stringify(change.also)}`)
      return change.change
    },
    approve: (change: string, actor = chief) =>
      platform.run(approveChange, { organisation: 'transport', change }, actor),
  }
}
