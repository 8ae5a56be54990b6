import { listLoads } from '@tereze/exchange/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import {
  beginExport,
  beginImport,
  cancelImport,
  checkImport,
  getImport,
  getRefusedRows,
  type Import,
  listImportRows,
  listImports,
  runImport,
} from '@tereze/registers/contract'
import type { SampleHandler } from '../../../tools/web/no.ts'

const id = 'import_0198a000-0000-7000-8000-000000000001'

/** Loads of files as screens see them: one that moves a step each time it is asked to. */
export function loadHandlers(
  handler: <O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>) => SampleHandler,
  { official, now, register }: { official: string; now: Date; register: string },
): SampleHandler[] {
  let load: Import = {
    import: id,
    register,
    name: 'people.csv',
    state: 'read',
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ';',
    columns: ['Personal number', 'Date of birth', 'Remark'],
    fields: ['/identifier', '/born', '/phone', '/name/family'],
    keys: ['identifier'],
    settings: {
      mapping: { 'Personal number': '/identifier', 'Date of birth': '/born' },
      key: 'identifier',
      decimal: 'comma',
      dates: null,
      empty: 'keep',
    },
    total: 3,
    looked: 0,
    added: 0,
    changed: 0,
    same: 0,
    refused: 0,
    fault: null,
    startedBy: official,
    startedAt: now.toISOString(),
    endedAt: null,
  }
  const says = {
    en: 'This is no date: write it like 31.12.2026 or 2026-12-31',
    ru: 'Это не дата: напишите как 31.12.2026 или 2026-12-31',
    kk: 'Бұл күн емес: 31.12.2026 немесе 2026-12-31 түрінде жазыңыз',
  }
  const come = { looked: 3, added: 1, changed: 1, refused: 1 }
  return [
    handler(beginExport, ({ format, asOf }) => ({
      export: 'export_0198a000-0000-7000-8000-000000000001',
      name: `people${asOf === undefined ? '' : `-${asOf}`}.${format}`,
      type: 'text/csv',
      withheld: [{ pointer: '/phone', label: 'personal' as const, because: 'field' as const, grounds: [] }],
    })),
    handler(listImports, () => ({ items: [load], next: null })),
    handler(beginImport, ({ name }) => {
      load = { ...load, name }
      return { import: id }
    }),
    handler(getImport, () => load),
    handler(checkImport, ({ settings }) => {
      load = { ...load, ...come, settings, state: 'checked' }
      return { state: 'checked' as const }
    }),
    handler(runImport, () => {
      load = { ...load, state: 'done', endedAt: now.toISOString() }
      return { state: 'done' as const }
    }),
    handler(cancelImport, () => {
      load = { ...load, state: 'cancelled', endedAt: now.toISOString() }
      return { state: 'cancelled' as const }
    }),
    handler(listLoads, () => ({
      items: [
        {
          topic: 'civil-registry.person-changes@1',
          title: {
            en: 'Changes of persons',
            ru: 'Изменения сведений о лицах',
            kk: 'Адамдар туралы мәліметтердің өзгеруі',
          },
          total: 2,
          looked: 2,
          told: 1,
          unfit: 1,
          unfitRecords: ['person_0198a000-0000-7000-8000-000000000003'],
          endedAt: now.toISOString(),
        },
      ],
    })),
    handler(getRefusedRows, () => ({ name: 'people.refused.csv', content: 'Personal number;Date of birth\r\n' })),
    handler(listImportRows, ({ outcome }) => ({
      items:
        outcome === 'refused'
          ? [
              {
                row: 4,
                outcome: 'refused' as const,
                record: null,
                fields: [],
                problems: [{ pointer: '/born', column: 'Date of birth', code: 'value.no-date', params: {}, says }],
              },
            ]
          : [],
      next: null,
    })),
  ]
}
