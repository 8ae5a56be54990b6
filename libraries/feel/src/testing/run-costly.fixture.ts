/**
 * Runs every n-th of the costly expressions (its argument; 1: all) in a process of its own and prints for each: the name, its
 * code, and the seconds it took.
 */
import { evaluate, toJson } from '../index.ts'
import { COSTLY } from './costly.fixture.ts'

const every = Number(process.argv[2])
for (const [index, [name, text]] of COSTLY.entries()) {
  if (index % every !== 0) continue
  const before = process.cpuUsage()
  const result = evaluate(text)
  if (result.ok) toJson(result.value)
  const { user, system } = process.cpuUsage(before)
  const code = result.ok ? (result.warnings[0]?.code ?? 'none') : result.errors[0]?.code
  process.stdout.write(`${JSON.stringify({ name, code, seconds: (user + system) / 1e6 })}\n`)
}
