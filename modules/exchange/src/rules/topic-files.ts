import { type ContractDefinition, type FilesTaken, isTopic } from './contract-definition.ts'
import { millisecondsOf } from './term.ts'

/** The files that messages of a topic may carry, kept as long as the messages; undefined where the contract is no topic, or has none. */
export function topicFiles(contract: ContractDefinition | undefined): FilesTaken | undefined {
  if (contract === undefined || !isTopic(contract)) return undefined
  const { files, keep } = contract.serves.topic
  return files === undefined ? undefined : { ...files, keep }
}

/** Until when a file that was said on a topic is kept: as long as its message. */
export function saidUntil(taken: FilesTaken, at: Date): Date {
  const kept = millisecondsOf(taken.keep)
  if (kept === null) throw new Error(`"${taken.keep}" is no term`)
  return new Date(at.getTime() + kept)
}
