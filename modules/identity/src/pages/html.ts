/** A piece of HTML that is safe to send. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What may stand in a template: text is escaped, null and false are nothing, HTML and lists of it stay. */
export type Content = string | number | Html | null | false | readonly Content[]

function render(content: Content): string {
  if (content === null || content === false) return ''
  if (content instanceof Html) return content.text
  if (typeof content === 'object') return content.map(render).join('')
  return String(content).replaceAll(/[&<>"']/g, character => escapes[character] ?? '')
}

/** Tag of templates: whatever is put in is escaped unless it is HTML made here. */
export function html(parts: TemplateStringsArray, ...contents: Content[]): Html {
  return new Html(
    parts.map((part, index) => part + (index < contents.length ? render(contents[index] ?? '') : '')).join(''),
  )
}
