import {
  createSecurityServers,
  describeXRoadService,
  listXRoadServices,
  readOutsidePlaces,
  type XRoadProblem,
} from '@tereze/exchange'
import { environment, readConfig } from '@tereze/foundation-config'
import { type Command, exitCodes, NotPossible, UsageWrong } from '../command.ts'
import { readArgs, required } from '../read-args.ts'

const usage =
  '--system NAME --as ORGANISATION --provider INSTANCE/CLASS/MEMBER[/SUBSYSTEM] [--allowed] [--describe CODE] [--json]'
const typed = `xroad services ${usage}`

/** The file with the settings of a security server. @throws UsageWrong */
function settingsOf(system: string): string {
  const place = readOutsidePlaces(readConfig(environment()).outsideSystems).get(system)
  if (place?.kind === 'security-server') return place.path
  throw new UsageWrong(
    `TEREZE_OUTSIDE_SYSTEMS names no security server "${system}"`,
    `Set it, e.g. TEREZE_OUTSIDE_SYSTEMS=${system}=xroad:///etc/tereze/${system}.json`,
  )
}

function must<Told extends object>(told: Told | XRoadProblem): Told {
  if (!('problem' in told)) return told
  throw new NotPossible(
    `${told.problem}${told.detail === '' ? '' : `: ${told.detail}`}`,
    told.problem === 'not-configured'
      ? 'Look at the settings of the security server: url, clients, and the files of tls.'
      : 'Look at the security server, and at what the X-Road client of the organisation may do.',
  )
}

/** Shows what a member of X-Road offers. */
export const xroadServices: Command = {
  name: 'xroad services',
  usage,
  does: 'Lists what a member of X-Road offers over a security server, all of it or what is open to an organisation; --describe shows the OpenAPI document of one.',
  async run(args, io) {
    const given = readArgs(args, typed, 0, {
      system: 'text',
      as: 'text',
      provider: 'text',
      allowed: 'flag',
      describe: 'text',
    })
    const system = required(given.text('system'), '--system', typed)
    const as = required(given.text('as'), '--as', typed)
    const provider = required(given.text('provider'), '--provider', typed).split('/')
    if (provider.length < 3 || provider.length > 4 || provider.includes(''))
      throw new UsageWrong(
        `--provider "${provider.join('/')}" is no member of X-Road`,
        'Give INSTANCE/CLASS/MEMBER, with /SUBSYSTEM where there is one.',
      )
    const inquiry = { settings: settingsOf(system), as, provider }
    const servers = createSecurityServers()
    const code = given.text('describe')
    if (code !== undefined) {
      const { text } = must(await describeXRoadService(servers, inquiry, code))
      io.line(given.json ? JSON.stringify({ service: code, openapi: text }) : text)
      return exitCodes.done
    }
    const services = must(await listXRoadServices(servers, inquiry, given.flag('allowed')))
    if (given.json) io.line(JSON.stringify({ services }))
    else
      for (const { service, type, endpoints } of services) {
        io.line(`${service.join('/')}  ${type}`)
        for (const { method, path } of endpoints) io.line(`  ${method} ${path}`)
      }
    return exitCodes.done
  },
}
