import type { Platform } from '@tereze/server'
import { NotPossible } from '../command.ts'

/** The organisation that keeps a register. Throws NotPossible when no such register is published. */
export function keeperOf(platform: Platform, register: string): string {
  const pack = platform.packages.find('register', register)
  if (pack === null)
    throw new NotPossible(`there is no register ${register}`, 'Its id is the name of its folder in content/registers.')
  return String(pack.json.get('register.json')?.owner)
}
