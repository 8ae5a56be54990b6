/** Files of a form travel one by one as they are chosen or dragged, each with its progress. Without this script they come with the page. */
import type { FileWords } from '@tereze/ui-components'

interface Kept {
  readonly id: string
  readonly name: string
}

const fill = (text: string, values: Readonly<Record<string, string | number>>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

function attach(place: HTMLElement): void {
  const input = place.querySelector<HTMLInputElement>('input[type="file"]')
  const zone = place.querySelector<HTMLElement>('.files-zone')
  const list = place.querySelector<HTMLElement>('.files-list')
  const status = place.querySelector<HTMLElement>('[role="status"]')
  const token = place.closest('form')?.querySelector<HTMLInputElement>('input[name="_form"]')?.value ?? ''
  if (input === null || zone === null || list === null || status === null) return
  const words = JSON.parse(place.dataset.words ?? '{}') as FileWords
  const field = input.name.replace(/\/\+$/, '')
  const max = Number(place.dataset.max ?? Number.POSITIVE_INFINITY)
  const count = () => list.children.length
  const show = () => {
    zone.hidden = count() >= max
  }
  const say = (text: string) => {
    status.textContent = text
  }

  /** A line of the list: the name, and a button that takes the line away. */
  function line(name: string, button: string, leave: () => void): { row: HTMLElement; act: HTMLButtonElement } {
    const row = document.createElement('li')
    const text = document.createElement('span')
    text.className = 'files-name'
    text.textContent = name
    const act = document.createElement('button')
    act.type = 'button'
    act.className = 'button button-plain'
    act.textContent = button
    const about = document.createElement('span')
    about.className = 'hidden-text'
    about.textContent = `: ${name}`
    act.append(about)
    act.addEventListener('click', () => {
      leave()
      row.remove()
      show()
      say(fill(words.gone, { name }))
      input?.focus()
    })
    row.append(text, act)
    return { row, act }
  }

  function come(row: HTMLElement, kept: Kept): void {
    const { row: done } = line(kept.name, words.remove, () => undefined)
    const hidden = document.createElement('input')
    hidden.type = 'hidden'
    hidden.name = field
    hidden.value = JSON.stringify({ id: kept.id, name: kept.name })
    done.append(hidden)
    row.replaceWith(done)
    say(fill(words.come, { name: kept.name }))
  }

  function fail(row: HTMLElement, why: string): void {
    row.querySelector('progress')?.remove()
    const text = document.createElement('p')
    text.className = 'mistake'
    text.textContent = why
    row.append(text)
    row.dataset.failed = ''
    say(why)
  }

  function send(file: File): void {
    const request = new XMLHttpRequest()
    const { row, act } = line(file.name, words.stop, () => request.abort())
    const progress = document.createElement('progress')
    progress.max = 100
    progress.value = 0
    progress.setAttribute('aria-label', fill(words.coming, { name: file.name, percent: 0 }))
    act.before(progress)
    list?.append(row)
    show()
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) progress.value = Math.round((100 * event.loaded) / event.total)
    })
    request.addEventListener('load', () => {
      try {
        const reply = JSON.parse(request.responseText)
        if (request.status === 201) return come(row, reply)
        fail(row, [reply.title, reply.remedy].filter(Boolean).join('. '))
      } catch {
        fail(row, fill(words.broken, { name: file.name }))
      }
    })
    request.addEventListener('error', () => fail(row, fill(words.broken, { name: file.name })))
    request.open('POST', `${place.dataset.files}?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-tereze-form', token)
    request.send(file)
  }

  function bring(files: readonly File[]): void {
    for (const failed of list?.querySelectorAll('[data-failed]') ?? []) failed.remove()
    const room = Math.max(0, max - count())
    for (const file of files.slice(0, room)) send(file)
    if (files.length > room) say(fill(words.many, { limit: max }))
  }

  input.addEventListener('change', () => {
    bring([...(input.files ?? [])])
    input.value = ''
  })
  for (const name of ['dragenter', 'dragover'])
    zone.addEventListener(name, event => {
      event.preventDefault()
      zone.classList.add('is-over')
    })
  for (const name of ['dragleave', 'drop']) zone.addEventListener(name, () => zone.classList.remove('is-over'))
  zone.addEventListener('drop', event => {
    event.preventDefault()
    bring([...(event.dataTransfer?.files ?? [])])
  })
}

for (const place of document.querySelectorAll<HTMLElement>('[data-files]')) attach(place)
