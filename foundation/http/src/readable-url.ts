/** Longest part of a path, in characters. */
export const longestPart = 300

/** Address that stands for one that cannot be read: no route has it. */
export const nowhere = '/-'

/** Whether an address can be routed: it decodes, its parts are not over-long, and it stays on this server. */
export function isReadable(url: string): boolean {
  const [path = ''] = url.split('?')
  try {
    return (
      path.startsWith('/') &&
      !path.startsWith('//') &&
      path.split('/').every(part => decodeURIComponent(part).length <= longestPart)
    )
  } catch {
    return false
  }
}

/** JSON Pointer of the first thing in an address or a form that holds U+0000; null when nothing does. */
export function nullCharacterIn(url: string, form: string): string | null {
  const [path = '', search = ''] = url.split('?')
  if (/%00/.test(path)) return ''
  for (const [name, value] of [...new URLSearchParams(search), ...new URLSearchParams(form)]) {
    if (name.includes('\u0000')) return ''
    if (value.includes('\u0000')) return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
  }
  return null
}
