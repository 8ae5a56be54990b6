import { describe, expect, it } from 'vitest'
import { decideAnswer } from './decide-answer.ts'

const origin = 'https://portal.example'
const files = ['/assets/portal-ABCDEFGH.css']
const decide = (path: string, of: { method?: string; mode?: string } = {}) =>
  decideAnswer({ method: 'GET', mode: 'navigate', url: new URL(path, origin).href, ...of }, origin, files)

describe('a request that the service worker sees', () => {
  it('for a page goes to the network, or says that there is none', () => {
    expect(decide('/')).toBe('network-or-offline')
    expect(decide('/cases/o/c?done=answered')).toBe('network-or-offline')
    expect(decide('/studios')).toBe('network-or-offline')
  })

  it('that sends a form is left to the browser, which can send it again', () => {
    expect(decide('/cases/o/c/tasks/t', { method: 'POST' })).toBe('leave')
  })

  it('for a file of this version is answered from what is kept, and no other file is', () => {
    expect(decide('/assets/portal-ABCDEFGH.css', { mode: 'no-cors' })).toBe('kept-file')
    expect(decide('/assets/portal-OLDOLDOL.css', { mode: 'no-cors' })).toBe('leave')
    expect(decide('/v1/files/o/c/f', { mode: 'cors' })).toBe('leave')
  })

  it('of other applications and other origins is left alone', () => {
    for (const path of ['/workplace', '/workplace/cases', '/studio/', '/oidc/auth', '/v1/x'])
      expect([path, decide(path)]).toEqual([path, 'leave'])
    expect(decide('https://other.example/assets/portal-ABCDEFGH.css')).toBe('leave')
  })
})
