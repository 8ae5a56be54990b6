const width = 150

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, part]) => part !== undefined)
  if (members.length === 0) return '{}'
  return `{ ${members.map(([name, part]) => `${JSON.stringify(name)}: ${inline(part)}`).join(', ')} }`
}

function write(value: unknown, indent: string, room: number): string {
  const short = inline(value)
  if ((indent !== '' && short.length <= room) || typeof value !== 'object' || value === null) return short
  const inner = `${indent}  `
  if (Array.isArray(value))
    return value.length === 0
      ? '[]'
      : `[\n${value.map(part => `${inner}${write(part, inner, width - inner.length)}`).join(',\n')}\n${indent}]`
  const members = Object.entries(value).filter(([, part]) => part !== undefined)
  if (members.length === 0) return '{}'
  const lines = members.map(([name, part]) => {
    const head = `${inner}${JSON.stringify(name)}: `
    return `${head}${write(part, inner, width - head.length)}`
  })
  return `{\n${lines.join(',\n')}\n${indent}}`
}

/** JSON as files of the content are written: two spaces, short parts on one line. Members without a value are left out. */
export function writeJson(value: unknown): string {
  return `${write(value, '', width)}\n`
}
