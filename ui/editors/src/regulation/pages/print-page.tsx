import {
  type Block,
  type DigitalRegulation,
  legalText,
  type Structure,
  structureOf,
  titlesFrom,
} from '@tereze/regulation'
import { LANGUAGES, type Language, PageState } from '@tereze/ui-components'
import { type ReactNode, useState } from 'react'
import { useDesk } from '../desk.ts'

function Line({ block, language }: { block: Block; language: Language }): ReactNode {
  const text = `${block.number === '' ? '' : `${block.number} `}${block.text}`
  const tags = { title: 'h3', part: 'h4', heading: 'h5', paragraph: 'p' } as const
  const Tag = tags[block.kind]
  return <Tag lang={language}>{text}</Tag>
}

const sides: Readonly<Record<string, readonly Language[]>> = { both: ['kk', 'ru'], en: ['en'], ru: ['ru'], kk: ['kk'] }

/** The legal text, printed from the same data: in the structure of the jurisdiction, one language or Kazakh and Russian side by side. */
export function PrintPage(): ReactNode {
  const { say, regulation, problems, around } = useDesk()
  const [chosen, setChosen] = useState('both')
  const [structure, setStructure] = useState<Structure | null>(null)
  if (problems.some(({ code }) => code !== 'regulation.clause-unknown'))
    return (
      <PageState drawing="empty" small heading="h3" title={say('print.unfinished')}>
        <p>{say('state.faults', { count: problems.length })}</p>
      </PageState>
    )
  const own = regulation as unknown as DigitalRegulation
  const titles = titlesFrom(around ?? { names: {} }, own.jurisdiction)
  const built = structure ?? structureOf(own)
  const columns = (sides[chosen] ?? []).map(language => ({ language, blocks: legalText(own, language, titles, built) }))
  return (
    <div className="reg-print">
      <div className="reg-bar">
        <label>
          {say('print.language')}
          <select className="input" value={chosen} onChange={event => setChosen(event.currentTarget.value)}>
            <option value="both">{say('print.both')}</option>
            {LANGUAGES.map(({ code: language }) => (
              <option key={language} value={language}>
                {say(`language.${language}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('print.structure')}
          <select
            className="input"
            value={built}
            onChange={event => setStructure(event.currentTarget.value as Structure)}
          >
            {(['administrative-regulation', 'main-requirements'] as const).map(one => (
              <option key={one} value={one}>
                {say(`print.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={columns.length > 1 ? 'reg-sides' : 'reg-side'}>
        {(columns[0]?.blocks ?? []).map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks stand in their order, the same in both languages
          <div key={index} className="reg-line">
            {columns.map(({ language, blocks }) => {
              const block = blocks[index]
              return block === undefined ? null : <Line key={language} block={block} language={language} />
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
