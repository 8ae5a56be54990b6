import { setTimeout } from 'node:timers/promises'
import { type Command, exitCodes, NotPossible } from '../command.ts'
import { readArgs, required } from '../read-args.ts'
import { keepToken, originOf, postTo } from '../remote/remote.ts'

const usage = '--client ID [--server ORIGIN] [--json]'
const typed = `sign-in ${usage}`

/** A text of an answer; empty where it has none. */
const textOf = (body: Record<string, unknown>, name: string) => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

async function post(url: string, fields: Record<string, string>): Promise<Record<string, unknown>> {
  const answer = await postTo(url, { body: new URLSearchParams(fields), headers: { accept: 'application/json' } })
  const body: unknown = await answer.json().catch(() => null)
  return typeof body === 'object' && body !== null
    ? (body as Record<string, unknown>)
    : { error: `HTTP ${answer.status}` }
}

/** Signs in at a running platform in a browser (RFC 8628) and keeps the token in a file that only its owner reads. */
export const signIn: Command = {
  name: 'sign-in',
  usage,
  does: 'Signs in at a running platform: shows a code to compare in the browser, and keeps the token in TEREZE_TOKEN_FILE. The client must be registered there with the grant device and the scope api.',
  async run(args, io) {
    const given = readArgs(args, typed, 0, { client: 'text', server: 'text' })
    const origin = originOf(given.text('server'), typed)
    const client = required(given.text('client'), '--client', typed)
    const begun = await post(`${origin}/oidc/device/auth`, { client_id: client, scope: 'openid api' })
    const code = textOf(begun, 'device_code')
    if (code === '')
      throw new NotPossible(
        `${origin} begins no sign-in: ${textOf(begun, 'error')}`,
        'Register the client there with the grant device and the scope api: tereze client register.',
      )
    io.note(`Open ${textOf(begun, 'verification_uri_complete') || textOf(begun, 'verification_uri')}`)
    io.note(`and compare the code: ${textOf(begun, 'user_code')}`)
    let rest = Number(begun.interval ?? 5) * 1000
    const until = Date.now() + Number(begun.expires_in ?? 600) * 1000
    while (Date.now() < until) {
      await setTimeout(rest)
      const grant = 'urn:ietf:params:oauth:grant-type:device_code'
      const told = await post(`${origin}/oidc/token`, { grant_type: grant, client_id: client, device_code: code })
      const token = textOf(told, 'access_token')
      if (token !== '') {
        const file = await keepToken(origin, token)
        if (given.json) io.line(JSON.stringify({ signedIn: true, file }))
        else io.line(`Signed in at ${origin}. The token lies in ${file}.`)
        return exitCodes.done
      }
      if (told.error === 'slow_down') rest += 5000
      else if (told.error !== 'authorization_pending')
        throw new NotPossible(`the sign-in ended: ${textOf(told, 'error')}`, 'Run the command again.')
    }
    throw new NotPossible('nobody let this computer in', 'Run the command again and open the address in time.')
  },
}
