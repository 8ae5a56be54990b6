/** A short hash of a text: enough to see that somebody changed it, not to withstand anybody who wants to hide it. 16 hexadecimal digits. */
export function hashOf(text: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193]
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ (unit + index), 0x85ebca6b) ^ (two >>> 13)
  }
  const hex = (number: number) => (number >>> 0).toString(16).padStart(8, '0')
  return `${hex(one)}${hex(two)}`
}
