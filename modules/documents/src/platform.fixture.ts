/** The module on a real database, with a small content, real keys and a folder for files. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackageSet, openPackage } from '@tereze/catalogue'
import { type PackageKind, packages } from '@tereze/catalogue/contract'
import { diskFiles, fileStore } from '@tereze/foundation-files'
import { createKeys, keyring, keysMigrations, localMasterKey } from '@tereze/foundation-keys'
import { bind } from '@tereze/foundation-operations'
import { fixedClock, person, system, type TestPlatform, testPlatform } from '@tereze/foundation-testing'
import { type InputOf, isRefused } from '@tereze/operation'
import { organisationSeals, outsideClock, signatures } from '@tereze/signatures'
import { afterAll } from 'vitest'
import {
  type issueDocument as Issue,
  issueDocument,
  type Picture,
  type PreviewOrder,
  pictures,
  previews,
  type ShownPages,
} from './contract/index.ts'
import { documents } from './index.ts'
import { seals } from './ports/seals.ts'

const template = {
  format: 1,
  id: 'certificate',
  kind: 'result',
  type: 'urn:tereze:document:certificate',
  languages: 'authentic',
  title: 'message:title',
  subjects: ['= child.id'],
  data: { child: '= child', number: '= number' },
  signedBy: { organisation: 'org:civil-registry' },
  proves: [
    { label: 'message:child', value: { is: '= child.name', as: 'name' } },
    { label: 'message:number', value: '= number' },
  ],
  body: [{ fields: [{ label: 'message:child', value: { is: '= child.name', as: 'name' } }] }],
}
const words = {
  en: { title: 'Birth certificate', child: 'Child', number: 'Number' },
  ru: { title: 'Свидетельство о рождении', child: 'Ребёнок', number: 'Номер' },
  kk: { title: 'Туу туралы куәлік', child: 'Бала', number: 'Нөмірі' },
}

function content() {
  const set = createPackageSet()
  const add = (kind: PackageKind, id: string, files: Record<string, unknown>) => {
    const texts = Object.entries(files).map(([path, file]) => [path, JSON.stringify(file)])
    set.add(openPackage({ kind, id, version: '1.0.0', hash: id, folder: id, files: Object.fromEntries(texts) }))
  }
  add('service', 'birth-certificate', {
    'documents/certificate.document.json': template,
    'messages/en.json': words.en,
    'messages/ru.json': words.ru,
    'messages/kk.json': words.kk,
  })
  const organisation = { jurisdiction: 'demo', zone: 'Asia/Almaty', calendar: 'demo', kind: 'registry' }
  add('organisation', 'organisations', {
    'civil-registry.json': { id: 'civil-registry', ...organisation },
    'health.json': { id: 'health', ...organisation },
    'messages/en.json': { 'civil-registry.name': 'Civil Registry', 'health.name': 'Health' },
    'messages/ru.json': { 'civil-registry.name': 'ЗАГС', 'health.name': 'Здоровье' },
    'messages/kk.json': { 'civil-registry.name': 'Тіркеу', 'health.name': 'Денсаулық' },
  })
  return set
}

/** Whose document it is. */
export const mother = person({ language: 'kk' })
/** Somebody else. */
export const stranger = person({ id: 'person_01960000-0000-7000-8000-000000000009' })
/** Who issues. */
export const issuer = system({ id: 'system:cases', organisation: 'civil-registry', roles: ['platform'] })

/** A certificate for the mother. */
export function certificate(overrides: Partial<InputOf<typeof Issue>> = {}): InputOf<typeof Issue> {
  return {
    organisation: 'civil-registry',
    service: 'birth-certificate',
    version: '1.0.0',
    template: 'certificate',
    person: mother.id,
    case: 'case_1',
    data: { child: { id: 'person_2', name: { family: 'Алтынова', given: 'Айсұлу' } }, number: 'A-1' },
    key: 'case_1/certificate/1',
    languages: ['kk', 'ru'],
    ...overrides,
  }
}

/** A page that says nothing but its title, as small as a PDF can be. */
function smallPdf(title: string): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    `<< /Title (${title}) >>`,
  ]
  let text = '%PDF-1.7\n'
  const places = objects.map((body, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 5\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\n`
  return Buffer.from(`${text}${table}startxref\n${text.length}\n%%EOF`)
}

/** The module on a database of its own; `drawn` holds what was drawn. */
export async function documentsPlatform(): Promise<
  TestPlatform & {
    drawn: Picture[]
    /** How templates are shown. */
    shows: (order: PreviewOrder) => Promise<ShownPages>
    issue(overrides?: Partial<InputOf<typeof Issue>>): Promise<{ document: string; reference: string }>
  }
> {
  const clock = fixedClock()
  const folder = mkdtempSync(join(tmpdir(), 'tereze-documents-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const drawn: Picture[] = []
  const platform = await testPlatform({
    modules: [signatures, documents],
    migrations: [keysMigrations],
    clock,
    bindings: [
      bind(packages, content()),
      bind(keyring, createKeys({ master: localMasterKey(new Uint8Array(32).fill(1)), now: clock.now })),
      bind(fileStore, diskFiles({ folder })),
      bind(pictures, {
        async draw(picture) {
          drawn.push(picture)
          return smallPdf(picture.reference)
        },
      }),
      bind(previews, { show: order => made.shows(order) }),
      bind(seals, organisationSeals),
      bind(outsideClock, null),
    ],
  })
  const made = Object.assign(platform, {
    drawn,
    shows: (_: PreviewOrder): Promise<ShownPages> => Promise.reject(new Error('nothing is shown here')),
    async issue(overrides = {}) {
      const issued = await platform.run(issueDocument, certificate(overrides), issuer)
      if (isRefused(issued)) throw new Error(issued.code)
      return issued
    },
  })
  return made
}
