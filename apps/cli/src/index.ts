export { type Command, exitCodes, type Io, NotPossible, UsageWrong } from './command.ts'
export { commands, runCli } from './run-cli.ts'
