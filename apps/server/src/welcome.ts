import { resolve } from 'node:path'
import type { DemoOfficial, DemoPersona } from '@tereze/demo-country'

/** What a start tells whoever is at the terminal. */
export interface Welcome {
  /** Origin that people type. */
  readonly origin: string
  /** TCP port that is listened on. */
  readonly port: number
  /** Where everything is kept, as configured. */
  readonly dataFolder: string
  /** Folder that commands are typed in. */
  readonly folder: string
  /** People to sign in as; null where the installation is no demo. */
  readonly story: { readonly personas: readonly DemoPersona[]; readonly officials: readonly DemoOfficial[] } | null
  /** English words of a message. */
  readonly text: (key: string) => string
  /** English name of an organisation. */
  readonly nameOf: (organisation: string) => string
}

const usualPort = 8080
const usualData = '.tereze'
const ward = 'maternity-ward-north'
const wardKey = `demo/members/${ward}.maternity-information-system.jwk.json`

/** One official of each role in each organisation: enough to sign in as. */
function firstOfEachRole(officials: readonly DemoOfficial[]): DemoOfficial[] {
  return [
    ...new Map(
      officials.toReversed().map(official => [`${official.roles[0]} ${official.organisation}`, official]),
    ).values(),
  ].reverse()
}

const quoted = (path: string) => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)

/** The command that reports a birth to this very node, to be copied and run as it is. */
export function reportCommand({
  port,
  dataFolder,
  folder,
  mother,
}: Pick<Welcome, 'port' | 'dataFolder' | 'folder'> & { readonly mother: string | null }): string {
  return [
    'node examples/maternity-ward/report.mjs',
    ...(port === usualPort ? [] : [`--platform http://localhost:${port}`]),
    ...(resolve(folder, dataFolder) === resolve(folder, usualData)
      ? []
      : [`--key ${quoted(resolve(folder, dataFolder, wardKey))}`]),
    ...(mother === null ? [] : [`--mother ${mother}`]),
  ].join(' ')
}

/** The lines printed once a node is ready: where to go, as whom to sign in, how a child is born. */
export function welcome({ origin, story, text, nameOf, ...place }: Welcome): string[] {
  const lines = [
    '',
    `  Portal      ${origin}/`,
    `  Workplace   ${origin}/workplace/`,
    `  Studio      ${origin}/studio/`,
  ]
  if (story !== null) {
    const row = ({ name }: DemoPersona | DemoOfficial, number: string, is: string) =>
      `    ${`${name.given} ${name.family}`.padEnd(24)} ${number.padEnd(16)} ${is}`
    const mother = story.personas.find(({ identifier }) => identifier !== null)?.identifier ?? null
    lines.push(
      `  Mail, SMS   ${origin}/demo/mail`,
      '',
      '  Sign in as anybody; the one-time code is shown on the page. The story is about:',
      ...story.personas.map(persona =>
        row(persona, persona.identifier ?? 'no number', text(`identity.demo.persona.${persona.persona}`)),
      ),
      ...firstOfEachRole(story.officials).map(official =>
        row(official, '', `${text(`identity.demo.role.${official.roles[0]}`)}, ${nameOf(official.organisation)}`),
      ),
      '',
      `  A child is born:  ${reportCommand({ ...place, mother })}`,
    )
  }
  return [...lines, '  Ctrl-C stops.']
}
