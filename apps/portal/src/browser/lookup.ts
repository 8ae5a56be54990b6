/** What is looked up while one types becomes a combobox (ARIA 1.2). Without it the page asks back. */
import { type Found, foundOf } from '@tereze/typed-search'

interface Reply {
  readonly items?: readonly { readonly record: string; readonly data: Readonly<Record<string, unknown>> }[]
}

const pause = 120
const language = document.documentElement.lang

async function ask(place: HTMLElement, typed: string, signal: AbortSignal): Promise<readonly Found[]> {
  const [organisation, register] = (place.dataset.lookup ?? '').split('/')
  const { classifier } = place.dataset
  const today = new Date().toISOString().slice(0, 10)
  const input = { organisation, register, typed, on: today, ...(classifier ? { where: { classifier } } : {}) }
  const address = `/v1/registers/suggest-records?input=${encodeURIComponent(JSON.stringify(input))}`
  const reply = await fetch(address, { signal, headers: { accept: 'application/json' } })
  if (!reply.ok) return []
  return (((await reply.json()) as Reply).items ?? []).map(item => foundOf(item, language))
}

function attach(place: HTMLElement): void {
  const input = place.querySelector<HTMLInputElement>('input[type="text"]')
  const asked = place.querySelector<HTMLInputElement>('input[name$="/asked"]')
  if (input === null || asked === null) return
  const chosen = document.createElement('input')
  chosen.type = 'hidden'
  chosen.name = asked.name.replace(/asked$/, 'found')
  const before = place.querySelector<HTMLInputElement>(`input[type="hidden"][name$="/found"]`)
  chosen.value = before?.value ?? ''
  before?.remove()
  // The list that a page without script has gives way to the one that follows the typing.
  const wasAsked = place.querySelector('fieldset')
  wasAsked?.remove()
  place.append(chosen)

  const list = document.createElement('ul')
  list.id = `${input.id}-list`
  list.className = 'lookup-list'
  list.setAttribute('role', 'listbox')
  list.hidden = true
  const label = document.querySelector(`label[for="${input.id}"]`)
  if (label !== null) {
    label.id ||= `${input.id}-label`
    list.setAttribute('aria-labelledby', label.id)
  }
  const status = document.createElement('div')
  status.className = 'hidden-text'
  status.setAttribute('role', 'status')
  place.append(list, status)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
  }))
    input.setAttribute(name, value)

  let options: readonly (Found | 'own')[] = []
  let active = -1
  let waiting: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | undefined

  const stopAsking = () => {
    clearTimeout(waiting)
    running?.abort()
  }
  const hide = () => {
    list.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  // What was asked before would open the list again.
  const close = () => {
    stopAsking()
    hide()
  }
  const move = (to: number) => {
    active = to
    for (const [index, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(index === active))
    const option = list.children[active]
    if (option === undefined) input.removeAttribute('aria-activedescendant')
    else {
      input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    }
  }
  const choose = (index: number) => {
    const option = options[index]
    if (option === undefined) return
    if (option !== 'own') input.value = option.text
    asked.value = input.value
    chosen.value = option === 'own' ? 'own' : JSON.stringify(option)
    close()
  }
  const show = (found: readonly Found[]) => {
    options = place.dataset.own === undefined ? found : [...found, 'own']
    list.replaceChildren(
      ...options.map((option, index) => {
        const line = document.createElement('li')
        line.id = `${list.id}-${index}`
        line.setAttribute('role', 'option')
        line.setAttribute('aria-selected', 'false')
        line.textContent = option === 'own' ? (place.dataset.own ?? '') : option.text
        // Before the field loses the focus.
        line.addEventListener('pointerdown', event => event.preventDefault())
        line.addEventListener('click', () => choose(index))
        return line
      }),
    )
    const { counted = '', nothing = '' } = place.dataset
    status.textContent = found.length === 0 ? nothing : counted.replace('{count}', String(found.length))
    if (options.length === 0) return close()
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    move(-1)
  }
  /** @param always also when the focus is elsewhere: what the page came with is shown whatever has it. */
  const look = async (always = false) => {
    const typed = input.value.trim()
    stopAsking()
    if (typed.length < 2) return close()
    running = new AbortController()
    const { signal } = running
    const found = await ask(place, typed, signal).catch(() => null)
    if (!signal.aborted && found !== null && (always || document.activeElement === input)) show(found)
  }
  input.addEventListener('input', () => {
    chosen.value = ''
    clearTimeout(waiting)
    waiting = setTimeout(() => void look(), pause)
  })
  input.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' && list.hidden) void look()
    if (event.key === 'Escape' && list.hidden) close()
    if (list.hidden) return
    const count = options.length
    if (event.key === 'ArrowDown') move((active + 1) % count)
    else if (event.key === 'ArrowUp') move(active <= 0 ? count - 1 : active - 1)
    else if (event.key === 'Enter' && active >= 0) choose(active)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })
  input.addEventListener('blur', hide)
  if (wasAsked !== null) {
    input.focus()
    void look(true)
  }
}

for (const place of document.querySelectorAll<HTMLElement>('[data-lookup]')) attach(place)
