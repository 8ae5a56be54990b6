import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { readContract } from '../contracts/read-contract.ts'
import { testProvider } from '../contracts/test-provider.ts'
import { readArgs, required } from '../read-args.ts'

const usage = 'FILE --url URL [--json]'
const typed = `contract test ${usage}`

/** Tests a provider against its contract. */
export const testContract: Command = {
  name: 'contract test',
  usage,
  does: 'Tests a provider at an address against its contract.json: it answers as promised and refuses what is not allowed.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { url: 'text' })
    const file = required(given.words[0], 'FILE', typed)
    const url = required(given.text('url'), '--url', typed)
    if (!/^https?:\/\//.test(url) || !URL.canParse(url))
      throw new UsageWrong(`--url "${url}" is no address`, 'Give one that begins with http:// or https://')
    const tested = await testProvider(await readContract(file), url)
    const failed = tested.filter(({ why }) => why !== null).length
    if (given.json) io.line(JSON.stringify({ passed: tested.length - failed, failed, tested }))
    else {
      for (const { what, why } of tested) io.line(why === null ? `ok    ${what}` : `wrong ${what}: ${why}`)
      io.line(`${tested.length - failed} passed, ${failed} failed`)
    }
    return failed === 0 ? exitCodes.done : exitCodes.failed
  },
}
