import { changedMeanwhile } from '@tereze/cases/contract'
import { refusalProblem, timedOut } from '@tereze/ui-client'
import { describe, expect, it } from 'vitest'
import { answerState } from '../preview/answer-state.ts'
import { plainPlaces } from '../preview/plain-places.ts'
import { sampleClient } from '../preview/sample-client.ts'
import { granted, ids, mother, signedFile } from '../preview/samples/index.ts'
import { previewStates } from '../preview/states.ts'
import { addresses, insideAddress } from './addresses.ts'
import { actionAddress } from './message-action.ts'
import { tidyReference } from './pages/verify.tsx'
import { createPortal, type PortalReply, type PortalRequest } from './portal.tsx'

const portal = createPortal({
  assets: {
    stylesheet: '/assets/p.css',
    icon: '/assets/i.svg',
    script: '/assets/lookup.js',
    offline: '/assets/offline.js',
    manifests: { en: '/assets/en.webmanifest', ru: '/assets/ru.webmanifest', kk: '/assets/kk.webmanifest' },
  },
  origin: 'https://portal.example',
  zone: 'Asia/Almaty',
  demo: true,
  signIn: '/sign-in',
  signOut: '/sign-out',
  places: plainPlaces,
})

type Language = 'en' | 'ru' | 'kk'

function request(
  path: string,
  of: Partial<PortalRequest> & { signedIn?: boolean; language?: Language } = {},
): PortalRequest {
  const { signedIn = true, language = 'en' } = of
  const page = portal.pages.find(candidate => candidate.path === path)
  if (page === undefined) throw new Error(`no page ${path}`)
  return {
    page,
    address: path,
    params: {},
    form: null,
    client: sampleClient(language, 'full'),
    checkFile: async () => signedFile,
    takeSignature: async () => timedOut(1000),
    takePower: async () => timedOut(1000),
    keepFile: async (_, { name, bytes }) => ({
      id: 'file_01960000-0000-7000-8000-000000000001',
      name,
      mediaType: 'application/pdf',
      size: bytes.byteLength,
    }),
    visitor: { person: signedIn ? mother : null, name: '', formToken: 'token' },
    expired: false,
    now: '2026-03-02T06:00:00.000Z',
    once: 'once-1',
    ...of,
    language,
  }
}

const refused = {
  type: 'about:blank',
  title: '',
  detail: null,
  pointer: '',
  params: {},
  also: [],
  remedy: null,
  requestId: null,
}

const html = (reply: PortalReply): string => ('html' in reply ? reply.html : `→ ${reply.location}`)

describe('pages', () => {
  it('have their addresses once each', () => {
    const paths = portal.pages.map(page => page.path)
    expect(new Set(paths).size).toBe(paths.length)
  })

  it.each(['en', 'ru', 'kk'] as const)(
    'in %s: every state has one first heading, its language, and no gap in the words',
    async language => {
      for (const state of previewStates) {
        if (state.path === null) continue
        const reply = await answerState(
          portal,
          state,
          request(state.path, {
            language,
            signedIn: state.signedIn,
            address: state.address,
            client: sampleClient(language, state.world ?? 'full'),
          }),
        )
        const text = html(reply)
        expect(text.startsWith(`<!doctype html><html lang="${language}">`), state.name).toBe(true)
        expect(text.match(/<h1/g)?.length, state.name).toBe(1)
        expect(text, state.name).not.toMatch(/\[[a-z]+[.-][a-z.-]+\]|undefined|\[object/)
      }
    },
  )

  it('say for whom one acts, with the way back; those of persons lead from an organisation to its own', async () => {
    const acting = {
      id: 'organisation_01985a00-0000-7000-8000-000000000001',
      kind: 'organisation',
      name: 'Altyn',
    } as const
    const visitor = { person: null, self: mother, acting, name: 'Әсем', formToken: 'token' }
    const text = html(await portal.answer(request('/me/acting', { visitor })))
    expect(text).toContain('You act for Altyn')
    expect(text).toMatch(/action="\/me\/acting"[^>]*>.*Act for yourself again/)
    expect(text).toContain(`href="${addresses.firm(acting.id)}"`)
    expect(await portal.answer(request('/me', { visitor }))).toEqual({ status: 303, location: '/me/acting' })
    expect(html(await portal.answer(request('/cases', { visitor })))).toContain('You act for Altyn')
    const forChild = { ...visitor, person: 'person_01985a00-0000-7000-8000-000000000009' }
    const child = { ...forChild, acting: { id: forChild.person, kind: 'person', name: 'Айзере' } as const }
    expect(html(await portal.answer(request('/cases', { visitor: child })))).toContain('You act for Айзере')
    expect(html(await portal.answer(request('/cases')))).not.toContain('acting-bar')
  })

  it('of a service for firms first let somebody choose the firm for which they apply', async () => {
    const path = { params: { id: 'pharmacy-licence' }, address: '/services/pharmacy-licence' }
    const visitor = { person: mother, self: mother, name: 'Әсем', formToken: 'token' }
    const alone = html(await portal.answer(request('/services/:id', { ...path, visitor })))
    expect(alone).toContain('Apply for Altyn Dala LLP')
    expect(alone).toContain('name="to" value="/services/pharmacy-licence"')
    expect(alone).not.toContain('>Apply<')
    const acting = {
      id: 'organisation_01985a00-0000-7000-8000-000000000001',
      kind: 'organisation',
      name: 'Altyn',
    } as const
    const forFirm = { ...visitor, person: null, acting }
    expect(html(await portal.answer(request('/services/:id', { ...path, visitor: forFirm })))).toContain(
      'You apply for Altyn.',
    )
    const other = { params: { id: 'kindergarten-queue' }, address: '/services/kindergarten-queue', visitor: forFirm }
    expect(html(await portal.answer(request('/services/:id', other)))).toContain('This service is for persons.')
  })

  it('of a person ask to sign in first, and come back', async () => {
    const reply = await portal.answer(request('/cases', { signedIn: false, address: '/cases?after=x' }))
    expect(reply.status).toBe(401)
    expect(html(reply)).toContain('href="/sign-in?to=%2Fcases%3Fafter%3Dx"')
  })

  it('say that a session ended, and not that nobody is there', async () => {
    const problem = refusalProblem({
      type: '',
      status: 401,
      code: 'operations.unauthenticated',
      title: '',
      detail: null,
      pointer: '',
      params: {},
      also: [],
      remedy: null,
      requestId: null,
    })
    const { page, params, form, ...rest } = request('/cases', { signedIn: false, expired: true })
    expect([page.path, params, form]).toEqual(['/cases', {}, null])
    expect(html(await portal.problem(problem, rest))).toContain('You were signed out')
  })

  it('that an address cannot name are not there', async () => {
    const problem = refusalProblem({
      type: '',
      status: 422,
      code: 'operations.input-invalid',
      title: '',
      detail: null,
      pointer: '/situation',
      params: {},
      also: [],
      remedy: null,
      requestId: null,
    })
    const client: PortalRequest['client'] = { call: async () => problem as never }
    const reply = await portal.answer(request('/situations/:situation', { params: { situation: 'x' }, client }))
    expect(reply.status).toBe(404)
  })

  it('lead to themselves in another language', async () => {
    const reply = await portal.answer(request('/search', { address: '/search?words=a%26b' }))
    expect(html(reply)).toContain('href="/search?words=a%26b&amp;language=kk"')
  })

  it('escape what people write', async () => {
    const reply = await portal.answer(
      request('/search', { address: `/search?words=${encodeURIComponent('<script>')}` }),
    )
    expect(html(reply)).not.toContain('<script>')
  })
})

describe('forms', () => {
  const confirm = { params: { situation: ids.situationId }, address: addresses.confirm(ids.situationId) }

  it('carry the token and the key that makes two sendings one', async () => {
    const text = html(await portal.answer(request('/situations/:situation/confirm', confirm)))
    expect(text).toContain('name="_form" value="token"')
    expect(text).toContain('name="_once" value="once-1"')
  })

  it('send the chosen services once, under their key, and lead on', async () => {
    const calls: unknown[] = []
    const samples = sampleClient('en', 'full')
    const client: PortalRequest['client'] = {
      async call(definition, input, options) {
        if (definition.kind === 'query') return samples.call(definition, input)
        calls.push([definition.name, input, options])
        return { confirmation: 'c', services: [] } as never
      },
    }
    const form = new URLSearchParams(
      'service=monthly-child-benefit&service=kindergarten-queue&account=account_1&_once=k1',
    )
    const reply = await portal.answer(request('/situations/:situation/confirm', { ...confirm, client, form }))
    expect(reply).toEqual({ status: 303, location: `/situations/${ids.situationId}?done=confirmed` })
    expect(calls).toEqual([
      [
        'situations.confirm-offers',
        { situation: ids.situationId, services: ['monthly-child-benefit', 'kindergarten-queue'], account: 'account_1' },
        { idempotencyKey: 'k1' },
      ],
    ])
  })

  it('come back with what is wrong and what was chosen', async () => {
    const problem = refusalProblem({
      type: '',
      status: 422,
      code: 'situations.account-missing',
      title: 'Choose the account',
      detail: null,
      pointer: '/account',
      params: {},
      also: [],
      remedy: null,
      requestId: null,
    })
    const samples = sampleClient('en', 'full')
    const client: PortalRequest['client'] = {
      call: async (definition, input) =>
        definition.kind === 'query' ? samples.call(definition, input) : (problem as never),
    }
    const form = new URLSearchParams('service=kindergarten-queue')
    const reply = await portal.answer(request('/situations/:situation/confirm', { ...confirm, client, form }))
    expect(reply.status).toBe(422)
    expect(html(reply)).toContain('href="#faccount">Choose the account')
    expect(html(reply).match(/name="service" checked/g)?.length).toBe(1)
  })

  it('send the answers of a task', async () => {
    const sent: unknown[] = []
    const samples = sampleClient('en', 'full')
    const client: PortalRequest['client'] = {
      async call(definition, input) {
        if (definition.kind === 'query') return samples.call(definition, input)
        sent.push(input)
        return { case: ids.birthCase } as never
      },
    }
    const form = new URLSearchParams([
      ['_page', 'review'],
      ['_to', 'send'],
      ['_draft', JSON.stringify({ name: { given: 'Арман' }, statement: { kind: 'mother-alone' } })],
    ])
    const params = { organisation: 'civil-registry', case: ids.birthCase, task: 'choose-name' }
    const reply = await portal.answer(request('/cases/:organisation/:case/tasks/:task', { params, client, form }))
    expect(reply).toEqual({ status: 303, location: `/cases/civil-registry/${ids.birthCase}?done=answered` })
    expect(sent).toEqual([
      { ...params, answers: { name: { given: 'Арман', family: 'Үлгібаев' }, statement: { kind: 'mother-alone' } } },
    ])
  })
})

describe('answers about a case that has changed since', () => {
  const path = '/cases/:organisation/:case/tasks/:task'
  const params = { organisation: 'civil-registry', case: ids.birthCase, task: 'choose-name' }
  const draft = JSON.stringify({ name: { given: 'Арман' }, statement: { kind: 'mother-alone' } })
  const form = new URLSearchParams([
    ['_page', 'review'],
    ['_to', 'send'],
    ['_draft', draft],
    ['_revision', '1'],
    ['_seen', '2026-02-01T06:00:00.000Z'],
  ])
  const samples = sampleClient('en', 'full')
  const client: PortalRequest['client'] = {
    async call(definition, input) {
      if (definition.kind === 'query') return samples.call(definition, input)
      const { revision } = input as { revision?: number }
      if (revision === 2) return { case: ids.birthCase } as never
      return refusalProblem({ ...refused, status: 409, code: changedMeanwhile.code }) as never
    },
  }

  it('are not sent: it is said what happened, nothing typed is lost, and the next sending goes on', async () => {
    const reply = await portal.answer(request(path, { params, client, form }))
    expect(reply.status).toBe(422)
    const page = html(reply)
    expect(page).toContain('The case has changed since you opened this page')
    expect(page).toContain(granted.timeline[0]?.text.en ?? 'none')
    expect(page).toContain('Арман')
    expect(page).toContain('name="_revision" value="2"')
    const again = new URLSearchParams({ ...Object.fromEntries(form), _revision: '2' })
    expect(await portal.answer(request(path, { params, client, form: again }))).toMatchObject({ status: 303 })
  })

  it('tells only what happened since the page was shown', async () => {
    const late = new URLSearchParams({ ...Object.fromEntries(form), _seen: '2026-03-02T06:00:00.000Z' })
    const page = html(await portal.answer(request(path, { params, client, form: late })))
    expect(page).toContain('Nothing that you wrote is lost')
    expect(page).not.toContain(granted.timeline[0]?.text.en ?? 'none')
  })
})

describe('a form of several pages', () => {
  const path = '/cases/:organisation/:case/tasks/:task'
  const params = { organisation: 'civil-registry', case: ids.birthCase, task: 'choose-name' }
  const address = addresses.task('civil-registry', ids.birthCase, 'choose-name')
  const typed = () => new URLSearchParams({ _page: 'name', '/name/given': 'Арман', _to: 'next' })

  it('has an address for every place, so that Back works, and what was typed is not to be read in it', async () => {
    const reply = await portal.answer(request(path, { params, address, form: typed() }))
    expect(reply.status).toBe(303)
    const location = 'location' in reply ? reply.location : ''
    expect(decodeURIComponent(location)).not.toContain('Арман')
    const there = html(await portal.answer(request(path, { params, address: location })))
    expect(there).toContain('value="father"')
    const other = request(path, {
      params,
      address: location,
      visitor: { person: mother, name: '', formToken: 'other' },
    })
    expect(html(await portal.answer(other))).toContain('name="_page" value="name"')
  })

  it('of an earlier session is shown again with what was typed, and nothing is sent', async () => {
    const form = new URLSearchParams({ ...Object.fromEntries(typed()), _form: 'old', _to: 'send' })
    const reply = await portal.answer(request(path, { params, address, form, stale: true }))
    expect(reply.status).toBe(422)
    expect(html(reply)).toContain('value="Арман"')
    expect(html(reply)).toContain('name="_form" value="token"')
    expect(html(reply)).toContain('Nothing was sent yet')
  })

  it('sent after the session ended keeps what was typed, without the old proof', async () => {
    const form = new URLSearchParams({ ...Object.fromEntries(typed()), _form: 'old' })
    const reply = await portal.answer(request(path, { params, address, form, signedIn: false }))
    expect(reply.status).toBe(401)
    expect(html(reply)).toContain('name="/name/given" value="Арман"')
    expect(html(reply)).not.toContain('value="old"')
  })

  it('that was answered says so and leads to the case', async () => {
    const answered = { ...params, task: 'answered' }
    const reply = await portal.answer(request(path, { params: answered, address }))
    expect(reply.status).toBe(200)
    expect(html(reply)).toContain(`href="/cases/civil-registry/${ids.birthCase}"`)
  })

  it('is found by its path', () => {
    expect(portal.find(address)).toMatchObject({ page: { path }, params })
    expect(portal.find('/nowhere')).toBeNull()
  })
})

describe('a case that was returned for correction', () => {
  it('says what is to be put right, in the words of the official, and where to apply again', async () => {
    const samples = sampleClient('ru', 'full')
    const text = 'Укажите верного работодателя'
    const said = { en: text, ru: text, kk: text }
    const act = {
      ...granted.acts[0],
      act: 'act_1',
      kind: 'return',
      number: '2',
      text: said,
    } as (typeof granted.acts)[number]
    const card = { ...granted.card, status: 'closed' as const, outcome: 'discontinued' as const }
    const client: PortalRequest['client'] = {
      call: async (definition, input) =>
        definition.name === 'cases.get-own-case'
          ? ({ ...granted, card, acts: [...granted.acts, act] } as never)
          : samples.call(definition, input),
    }
    const params = { organisation: card.organisation, case: card.case }
    const page = html(await portal.answer(request('/cases/:organisation/:case', { params, client, language: 'ru' })))
    expect(page).toContain('Возвращено для исправления')
    expect(page).toContain(text)
    expect(page).toContain(`href="${addresses.entry('service', card.service)}"`)
  })
})

describe('a text and a mark', () => {
  const params = { organisation: 'social-protection', case: ids.refusedCase }

  it('too long are not cut off but said to be', async () => {
    const form = new URLSearchParams({ text: 'a'.repeat(5001) })
    const reply = await portal.answer(request('/cases/:organisation/:case/appeal', { params, form }))
    expect(reply.status).toBe(422)
    expect(html(reply)).toContain('At most 5,000 characters')
    expect(html(reply)).toContain('a'.repeat(5001))
  })

  it('not chosen is asked for, and the comment stays', async () => {
    const form = new URLSearchParams({ comment: 'slow' })
    const reply = await portal.answer(request('/cases/:organisation/:case', { params, form }))
    expect(reply.status).toBe(422)
    expect(html(reply)).toContain('Choose a mark from 1 to 5')
  })
})

describe('addresses', () => {
  it('from outside never lead away', () => {
    for (const away of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:1', '/a b', null]) {
      expect(insideAddress(away)).toBe('/')
    }
    expect(insideAddress('/cases?after=x')).toBe('/cases?after=x')
  })

  it('of a message’s button lead to its place', () => {
    expect(actionAddress('case', 'o', 'c')).toBe('/cases/o/c')
    expect(actionAddress('appeal', 'o', 'c')).toBe('/cases/o/c/appeal')
    expect(actionAddress('//evil', 'o', null)).toBe('/')
    expect(actionAddress('case', 'o', null)).toBe('/cases')
  })

  it('of a document are found however the code is typed', () => {
    expect(tidyReference(' 7k4m 92xq–p3ta_d5eh ')).toBe('7K4M-92XQ-P3TA-D5EH')
    expect(tidyReference('O1lI')).toBe('0111')
  })
})
