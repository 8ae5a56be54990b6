import { askToShow, getPresentation, listPresentationKinds } from '@tereze/credentials/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import type { SampleHandler } from '../../../tools/web/no.ts'
import { text } from './text.ts'

type Handler = <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler

const presentation = 'presentation_01960000-0000-7000-8000-000000000001'

/** One question that may be asked; the wallet answers it at the third look. */
export function sampleWallets(now: Date, handler: Handler): SampleHandler[] {
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString()
  const given = text('Child’s given name', 'Имя ребёнка', 'Баланың аты')
  const born = text('Date of birth', 'Дата рождения', 'Туған күні')
  const certificate = text('Birth certificate', 'Свидетельство о рождении', 'Туу туралы куәлік')
  let looks = 0
  return [
    handler(listPresentationKinds, () => ({
      items: [
        {
          kind: 'one-time-birth-benefit/child',
          title: text('Who the child is', 'Кто ребёнок', 'Бала кім'),
          purpose: text('To grant the benefit', 'Чтобы назначить пособие', 'Жәрдемақы тағайындау үшін'),
          credential: certificate,
          claims: [given, born],
        },
      ],
    })),
    handler(askToShow, () => {
      looks = 0
      const request = 'https://services.example/credentials/social-protection/requests/sample'
      const query = new URLSearchParams({ client_id: `x509_hash:${'a'.repeat(43)}`, request_uri: request })
      return { presentation, link: `openid4vp://?${query}`, expiresAt: at(10) }
    }),
    handler(getPresentation, () => {
      looks += 1
      if (looks < 3) return { status: 'asked' as const, fault: null, answeredAt: null, credential: null }
      return {
        status: 'shown' as const,
        fault: null,
        answeredAt: at(1),
        credential: {
          fault: null,
          organisation: 'civil-registry',
          type: 'birth-certificate',
          title: certificate,
          issuedAt: at(-1000),
          expiresAt: at(500_000),
          revokedAt: null,
          claims: [
            { path: ['child', 'given_name'], label: given, value: 'Айсұлу' },
            { path: ['child', 'born'], label: born, value: '2026-02-24' },
          ],
        },
      }
    }),
  ]
}
