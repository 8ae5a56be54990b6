import { expect, it } from 'vitest'
import { agreed, done, regulationsPlatform } from '../regulations-platform.fixture.ts'

const on = await regulationsPlatform()
const { look, sign, approve, head, sara } = on

it('takes a signature over this text and this act, of the kind that the jurisdiction wants, by another than the author', async () => {
  const regulation = await agreed(on)
  const { content } = (await look(regulation)).life
  expect(await approve(regulation, content)).toMatchObject({
    code: 'regulations.signature-needed',
    params: { needed: 'advanced' },
  })
  const unsigned = 'statement_0195557a-8c00-7000-8000-000000000001'
  expect(await approve(regulation, content, unsigned)).toMatchObject({ code: 'regulations.signature-needed' })
  expect(await approve(regulation, 'b'.repeat(64))).toMatchObject({ params: { code: 'signature-other' } })
  const otherAct = await sign(regulation, head, 'Order 13')
  expect(await approve(regulation, content, otherAct)).toMatchObject({ code: 'regulations.signature-other' })
  const author = { ...sara, roles: ['developer', 'head'] }
  expect(await approve(regulation, content, await sign(regulation, author), author)).toMatchObject({
    params: { code: 'author-approves' },
  })
  const inKazakh = { ...head, language: 'kk' as const }
  const signature = await sign(regulation, inKazakh)
  const others = { ...head, id: sara.id.replace(/.$/, 'f'), roles: ['head'] }
  expect(await approve(regulation, content, signature, others)).toMatchObject({ code: 'regulations.signature-other' })
  expect(done(await approve(regulation, content, signature))).toEqual({ regulation, stage: 'registration' })
  expect((await look(regulation)).life.approval).toMatchObject({ signature, by: head.id })
  expect(await approve(regulation, content, signature)).toMatchObject({ params: { code: 'not-now' } })
})
