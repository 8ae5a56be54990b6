import { expect, test } from 'vitest'
import { html } from './html.ts'

test('what is put into a template cannot break out of it', () => {
  const name = `"><script>alert('1')</script>&`
  expect(html`<input value="${name}">`.text).toBe(
    '<input value="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">',
  )
})

test('pieces, lists, numbers and nothing', () => {
  expect(html`<ul>${[1, 2].map(n => html`<li>${n}</li>`)}${null}${false}</ul>`.text).toBe(
    '<ul><li>1</li><li>2</li></ul>',
  )
})
