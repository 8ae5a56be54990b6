import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseProcess } from '@tereze/bpmn'
import { languages } from '@tereze/operation'
import { describe, expect, it } from 'vitest'

const content = fileURLToPath(new URL('../../../../content/', import.meta.url))
const folders = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('process.bpmn'))
  .map(name => `${content}${name.replace(/process\.bpmn$/, '')}`)

describe('every element of the processes that come with the platform', () => {
  it.each(folders)('has a name in three languages, and a place in the diagram: %s', async folder => {
    const xml = readFileSync(`${folder}process.bpmn`, 'utf8')
    const parsed = await parseProcess(xml)
    if (!parsed.ok) throw new Error(`${folder} does not parse`)
    const nodes = parsed.processes.flatMap(process => Object.keys(process.nodes))
    expect(nodes.length).toBeGreaterThan(3)
    for (const language of languages) {
      const words = JSON.parse(readFileSync(`${folder}messages/${language}.json`, 'utf8')) as Record<string, string>
      expect(nodes.filter(id => !words[`node.${id}`]?.trim())).toEqual([])
    }
    expect(nodes.filter(id => !xml.includes(`bpmnElement="${id}"`))).toEqual([])
  })
})
