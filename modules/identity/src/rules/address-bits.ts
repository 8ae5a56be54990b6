import { isIP } from 'node:net'

function groupsOf(address: string): number[] {
  const [head = '', tail] = address.split('::')
  const read = (part: string) => (part === '' ? [] : part.split(':').map(group => Number.parseInt(group, 16)))
  const [first, last] = [read(head), read(tail ?? '')]
  return tail === undefined ? first : [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last]
}

/** An address as its bits, 32 or 128 of `0` and `1`; an IPv4 address written as IPv6 is itself; empty for what is no address. */
export function bitsOf(address: string): string {
  const bare = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  const family = isIP(bare)
  if (family === 4)
    return bare
      .split('.')
      .map(part => Number(part).toString(2).padStart(8, '0'))
      .join('')
  if (family !== 6) return ''
  const plain = bare.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number)
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })
  return groupsOf(plain)
    .map(group => group.toString(2).padStart(16, '0'))
    .join('')
}
