import { runCli } from './run-cli.ts'

const io = {
  line: (text: string) => void process.stdout.write(`${text}\n`),
  note: (text: string) => void process.stderr.write(`${text}\n`),
}

process.exitCode = await runCli(process.argv.slice(2), io)
