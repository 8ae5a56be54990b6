import {
  claimTask,
  completeTask,
  getAnnex,
  getCase,
  getProcess,
  getTask,
  listTasks,
  releaseTask,
} from '@tereze/cases/contract'
import { listCatalogue, listOrganisations } from '@tereze/catalogue/contract'
import {
  diagnoseService,
  listFiles,
  listLineMessages,
  listMembers,
  listMessages,
  listOutsideCalls,
} from '@tereze/exchange/contract'
import { endSession, getSession } from '@tereze/identity/contract'
import type { InputOf, Operation, OutputOf } from '@tereze/operation'
import { suggestRecords } from '@tereze/registers/contract'
import { No, type SampleHandler } from '../../../tools/web/no.ts'
import { sampleActs } from './acts.ts'
import { sampleAddresses } from './addresses.ts'
import { sampleAnnex } from './annex.ts'
import { sampleApplications } from './applications.ts'
import { sampleArchive } from './archive.ts'
import { sampleAudit } from './audit.ts'
import { type Ending, sampleCase } from './case.ts'
import { sampleCatalogue } from './catalogue.ts'
import { sampleCertificates } from './certificates.ts'
import { sampleDiagnosis, sampleMembers } from './diagnosis.ts'
import { sampleExchange } from './exchange.ts'
import { askHandlers, sampleCalls, sampleFiles } from './files.ts'
import { sampleForm } from './form.ts'
import { sampleLines } from './lines.ts'
import { sampleMessages } from './messages.ts'
import { sampleOffers } from './offers.ts'
import { sampleOpenData } from './open-data.ts'
import { sampleOperations } from './operations.ts'
import { me } from './people.ts'
import { sampleReception } from './reception.ts'
import { sampleRegisters } from './registers.ts'
import { sampleRights } from './rights.ts'
import { sampleSeals } from './seals.ts'
import { organisation, type SampleTask, sampleRevision, sampleTasks } from './tasks.ts'
import { text, texts } from './text.ts'
import { sampleVigilance } from './vigilance.ts'
import { sampleVisit } from './visit.ts'
import { sampleWallets } from './wallets.ts'
import { sampleWay } from './way.ts'

function handler<O extends Operation>(definition: O, run: (input: InputOf<O>) => OutputOf<O>): SampleHandler {
  return { definition, run }
}

const pageSize = 50

function pageOf<Item>(items: readonly Item[], after: string | undefined, limit = pageSize) {
  const start = after === undefined ? 0 : Number(after)
  const end = start + limit
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null }
}

/** A platform that does not exist: enough of its operations to show and try every screen, all in memory. */
export function createSamplePlatform(now: Date): ReadonlyMap<string, SampleHandler> {
  const open = sampleTasks(now)
  const done: SampleTask[] = []
  const endings = new Map<string, Ending>()
  const acts = sampleActs(open, now)
  const offers = sampleOffers()

  function taskOf(task: string): SampleTask {
    const found = open.find(one => one.task === task)
    if (!found) throw new No('cases.task-not-found', 404, 'There is no such open task')
    return found
  }
  function change(task: SampleTask, part: Partial<SampleTask>): { task: string } {
    open[open.indexOf(task)] = { ...task, ...part }
    return { task: task.task }
  }
  const lists = {
    mine: () => open.filter(task => task.holder?.official === me.official),
    unit: () => open,
    territory: () => open,
    search: () => [...open, ...done],
    delegated: () => [],
    overdue: () => open.filter(task => (task.daysLeft ?? 0) < 0),
    done: () => done,
  }

  const handlers = [
    ...sampleOperations(now, handler),
    ...sampleCatalogue(handler),
    ...sampleRegisters(now, handler),
    ...sampleExchange(now, handler),
    ...sampleRights(now, handler),
    ...sampleWallets(now, handler),
    ...sampleApplications(handler),
    ...sampleAudit(now, handler),
    ...sampleArchive(now, handler),
    ...sampleVigilance(now, handler),
    ...sampleOpenData(now, handler),
    ...sampleCertificates(now, handler),
    ...sampleSeals(now, handler),
    ...sampleReception(now, handler),
    ...sampleVisit(now, handler),
    handler(getSession, () => ({
      kind: 'official' as const,
      id: me.official,
      name: 'Эталонова Сара',
      organisation,
      unit: 'north',
      roles: ['case-worker'],
      until: null,
      formToken: 'sample',
    })),
    handler(endSession, () => ({ ended: true })),
    handler(listOrganisations, () => ({
      items: [
        {
          id: organisation,
          name: text('Social Protection Agency', 'Агентство социальной защиты', 'Әлеуметтік қорғау агенттігі'),
        },
        { id: 'tax-agency', name: texts.tax },
        { id: 'civil-registry', name: texts.registry },
        { id: 'demo-bank', name: text('Window Bank', 'Банк «Окно»', '«Терезе» банкі') },
      ],
    })),
    handler(listCatalogue, () => ({
      items: [
        { id: 'monthly-child-benefit', title: texts.monthly },
        { id: 'birth-certificate', title: texts.certificate },
      ].map(one => ({ ...one, kind: 'service' as const, summary: one.title, picture: null })),
    })),
    handler(listTasks, ({ list, search = '', service, dueBefore, after, limit }) => {
      const words = search.toLowerCase()
      const found = (list === 'search' && words === '' ? [] : lists[list]()).filter(
        task =>
          `${Object.values(task.applicant).join(' ')} ${task.number}`.toLowerCase().includes(words) &&
          (service === undefined || task.service === service) &&
          (dueBefore === undefined || (task.deadline ?? '9999') < dueBefore),
      )
      return pageOf(found, after, limit)
    }),
    handler(getCase, input => {
      const task = [...open, ...done].find(one => one.case === input.case)
      if (!task) throw new No('cases.case-not-found', 404, 'There is no such case')
      const ending = endings.get(task.case) ?? null
      const view = sampleCase(task, ending)
      const deadline = ending === null ? acts.deadlineOf(task) : null
      const mayAct = ending === null ? acts.mayActOf(task.case) : undefined
      return {
        ...view,
        deadline,
        ...(mayAct === undefined ? {} : { mayAct }),
        requests: acts.requestsOf(task.case),
        tasks: view.tasks.map(one => ({ ...one, ...offers.of(one) })),
      }
    }),
    handler(getProcess, input => {
      const task = [...open, ...done].find(one => one.case === input.case)
      if (!task) throw new No('cases.case-not-found', 404, 'There is no such case')
      return sampleWay(task, endings.get(task.case) ?? null)
    }),
    handler(getAnnex, input => {
      const task = [...open, ...done].find(one => one.case === input.case)
      if (!task) throw new No('cases.case-not-found', 404, 'There is no such case')
      return sampleAnnex(task)
    }),
    handler(getTask, input => sampleForm(taskOf(input.task))),
    handler(suggestRecords, ({ typed }) => ({ items: sampleAddresses(typed) })),
    handler(claimTask, input => {
      const task = taskOf(input.task)
      if (task.holder !== null) throw new No('cases.task-taken', 409, 'Somebody else has just taken this task')
      return change(task, { holder: me })
    }),
    handler(releaseTask, input => change(taskOf(input.task), { holder: null })),
    handler(completeTask, input => {
      const task = taskOf(input.task)
      if (input.reason === '' && input.answers === undefined) {
        throw new No('cases.reason-missing', 422, 'A decision needs a reason')
      }
      if (input.revision !== sampleRevision)
        throw new No('cases.changed-meanwhile', 409, 'The case has changed since you opened it')
      open.splice(open.indexOf(task), 1)
      done.unshift({ ...task, daysLeft: null, ended: { at: now.toISOString(), by: me } })
      const outcome = input.outcome === 'refused' ? 'refused' : 'granted'
      endings.set(task.case, { outcome, reason: input.reason, at: now.toISOString() })
      return { case: task.case }
    }),
    handler(listMembers, () => ({ items: sampleMembers() })),
    handler(diagnoseService, input => sampleDiagnosis(input)),
    ...askHandlers(handler, now),
    handler(listFiles, ({ direction }) => ({
      items: sampleFiles(now).filter(file => direction === undefined || file.direction === direction),
      next: null,
    })),
    handler(listOutsideCalls, ({ only }) => ({
      items: sampleCalls(now).filter(
        ({ ended, late }) => only === undefined || (only === 'late' ? late : ended === null),
      ),
      next: null,
    })),
    handler(listLineMessages, ({ only }) => ({
      items: sampleLines(now).filter(({ reason, ended, state }) =>
        only === 'wrong' ? reason !== null : only === 'open' ? ended === null && state === 'sent' : true,
      ),
      next: null,
    })),
    handler(listMessages, ({ outcome, after, limit }) =>
      pageOf(
        sampleMessages(now).filter(line => outcome === undefined || line.outcome === outcome),
        after,
        limit,
      ),
    ),
  ]
  return new Map(
    [...handlers, ...acts.handlers, offers.handler].map(one => [
      `/v1/${one.definition.module}/${one.definition.verb}`,
      one,
    ]),
  )
}
