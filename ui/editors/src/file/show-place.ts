import { controlId } from './fields/frame.tsx'

/** Opens what a place lies in and puts the focus there; where it has no control of its own, to the nearest place around it. */
export function showPlace(box: HTMLElement, place: string): void {
  for (let at = place; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const control = box.querySelector<HTMLElement>(`#${controlId(at)}`)
    if (control === null) continue
    for (
      let around = control.closest('details');
      around !== null;
      around = around.parentElement?.closest('details') ?? null
    )
      around.open = true
    control.scrollIntoView({ block: 'center' })
    control.focus()
    return
  }
}
