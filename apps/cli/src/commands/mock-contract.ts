import { once } from 'node:events'
import { type Command, exitCodes, UsageWrong } from '../command.ts'
import { startMockProvider } from '../contracts/mock-provider.ts'
import { readContract } from '../contracts/read-contract.ts'
import { readArgs, required } from '../read-args.ts'

const usage = 'FILE [--port N]'
const typed = `contract mock ${usage}`

/** Starts a mock of the provider that a contract describes. */
export const mockContract: Command = {
  name: 'contract mock',
  usage,
  does: 'Starts a mock of the provider of a contract.json on this machine: answers what fits, names what does not. Ctrl-C stops it.',
  async run(args, io) {
    const given = readArgs(args, typed, 1, { port: 'text' })
    const file = required(given.words[0], 'FILE', typed)
    const port = given.text('port') ?? '0'
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      throw new UsageWrong(`--port "${port}" is no port`, 'Give a number from 0 (any free one) to 65535')
    const contract = await readContract(file)
    const mock = await startMockProvider(contract, Number(port), status => io.note(String(status)))
    io.line(given.json ? JSON.stringify({ url: mock.url, question: contract.question }) : mock.url)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await mock.close()
    return exitCodes.done
  },
}
