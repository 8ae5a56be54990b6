const longest = 200

/** A name as it may be kept and shown: the last part of a path, without control characters, the ending kept where it is too long. */
export function fileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/\p{C}/gu, '').trim()
  if (plain === '') return 'file'
  if (plain.length <= longest) return plain
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  return `${[...plain.slice(0, longest - ending.length - 1)].slice(0, -1).join('')}…${ending}`
}
