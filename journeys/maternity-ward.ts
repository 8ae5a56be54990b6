import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { JourneyPlatform } from './platform.ts'

const program = fileURLToPath(new URL('../examples/maternity-ward/report.mjs', import.meta.url))

/** Personal number of one of the story's people, as the platform prints it at its start. */
export function numberOf(platform: Pick<JourneyPlatform, 'output'>, name: string): string {
  const line = platform
    .output()
    .split('\n')
    .find(candidate => candidate.includes(name))
  const number = /DM(?:-[0-9A-Z]+){3}/.exec(line ?? '')?.[0]
  if (number === undefined) throw new Error(`the platform did not print the number of ${name}`)
  return number
}

/** Reports a birth as a maternity ward does: by a program of its own that knows only the public API. */
export async function reportBirth(
  platform: Pick<JourneyPlatform, 'origin' | 'folder'>,
  birth: { mother: string; ward: 'maternity-ward-north' | 'maternity-ward-south' },
): Promise<void> {
  const key = join(platform.folder, 'demo/members', `${birth.ward}.maternity-information-system.jwk.json`)
  const args = ['--platform', platform.origin, '--key', key, '--ward', birth.ward, '--mother', birth.mother]
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args])
  if (!stdout.startsWith('Accepted')) throw new Error(`the birth was not accepted: ${stdout}`)
}
