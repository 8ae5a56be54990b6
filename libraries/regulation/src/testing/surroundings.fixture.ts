import { fileURLToPath } from 'node:url'
import { readContent } from '@tereze/catalogue'
import { readSource } from '../around/source.ts'
import { surroundingsOf } from '../around/surroundings-of.ts'
import type { Surroundings } from '../surroundings.ts'

const sources = await readContent(fileURLToPath(new URL('../../../../content', import.meta.url)))
const demo = surroundingsOf(sources.map(readSource))

/** The demo country around a regulation; its registers let the services of the tests in, as their owners would. */
export function aroundFor(...services: readonly string[]): Surroundings {
  const registers = demo.registers.map(register => ({
    ...register,
    readers: [...register.readers, ...services],
    writers: [...register.writers, ...services],
  }))
  return { ...demo, registers }
}
