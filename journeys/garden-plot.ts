import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Fills the words of a field in the three languages. */
async function say(page: Page, label: string, text: string, at = 0): Promise<void> {
  for (const [name, own] of [
    ['English', text],
    ['Russian', `${text}, по-русски`],
    ['Kazakh', `${text}, қазақша`],
  ] as const)
    await page
      .getByRole('textbox', { name: `${label}, ${name}`, exact: true })
      .nth(at)
      .fill(own)
}

const choose = (page: Page, label: string, value: string, at = 0) =>
  page.getByRole('combobox', { name: label, exact: true }).nth(at).selectOption(value)

async function section(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name }).click()
}

/** Presses a button by its whole name. */
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

/**
 * Writes the regulation of a new service in the editor, as a methodologist does who begins with a blank page: whoever asks for a garden of
 * ten hundred parts at most gets it, without an official.
 */
export async function writeGardenPlot(page: Page): Promise<void> {
  await press(page, 'Begin a regulation')
  await say(page, 'Name', 'Garden plot')
  await say(page, 'What it gives', 'A plot of land for a garden')
  await page.getByRole('textbox', { name: 'Domain', exact: true }).fill('land')

  await section(page, 'Bodies and approval')
  await choose(page, 'Body that decides', 'org:social-protection')
  await section(page, 'Acts and clauses')
  await press(page, 'Add: Act')
  await choose(page, 'Act', 'act:public-services')
  await page.getByRole('textbox', { name: 'Article', exact: true }).fill('5')
  for (const [index, text] of ['Anybody may apply', 'A garden is no larger than ten hundred parts'].entries()) {
    await press(page, 'Add: Clause')
    await choose(page, 'Source: act and article: Act', 'act:public-services', index)
    await page
      .getByRole('textbox', { name: 'Source: act and article: Article' })
      .nth(index)
      .fill(`5.${index + 1}`)
    await say(page, 'Text', text, index)
  }

  await section(page, 'Circle of applicants')
  await press(page, 'Add: Category of applicants')
  await say(page, 'Name', 'Anybody')
  await choose(page, 'Clause', '1')
  await page.getByRole('combobox', { name: 'Condition', exact: true }).fill('true')
  await section(page, 'Documents and information')
  await press(page, 'Add: Document or information')
  await page.getByRole('textbox', { name: 'Name in expressions', exact: true }).fill('area')
  await choose(page, 'Kind', 'information')
  await say(page, 'Name', 'Area of the plot')
  await choose(page, 'Clause', '2')
  await choose(page, 'How it is given', 'number')

  await section(page, 'Criteria and grounds')
  await press(page, 'Add: Criterion')
  await choose(page, 'Clause', '2')
  await say(page, 'Text', 'The plot is not too large')
  // The name is offered while it is typed, and taken by a key; a slip is told at once.
  const condition = page.getByRole('combobox', { name: 'Condition', exact: true })
  await condition.pressSequentially('ar')
  await page.getByRole('option', { name: 'area' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => condition.inputValue()).toBe('area')
  await condition.pressSequentially(' <= ten')
  await page.getByText('“ten”').first().waitFor()
  await condition.fill('area <= 10')
  await say(page, 'Text', 'The plot is too large', 1)
  await say(page, 'What helps', 'Ask for a smaller one')
  await press(page, 'Add “Decision without a person”')
  await choose(page, 'Clause', '1', 1)

  await section(page, 'Procedures and terms')
  const procedures = page.locator('.reg-list summary')
  for (const index of [0, 1, 2, 3, 4]) await procedures.nth(index).press('Enter')
  for (const index of [0, 1, 2, 3, 4]) {
    await choose(page, 'Clause', '1', index)
    await page.getByRole('textbox', { name: 'Deadline: how many' }).nth(index).fill('1')
  }
  await page.getByRole('textbox', { name: 'Term: how many' }).fill('5')
  await choose(page, 'Clause', '1', 5)
  await choose(page, 'Clause', '1', 6)
  await section(page, 'Results')
  await press(page, 'Add: Result')
  await choose(page, 'Clause', '1')
  await say(page, 'Title', 'Decision on a plot')
  await say(page, 'Text', 'The plot is given')
  await section(page, 'Appeal and correction')
  await choose(page, 'Appeal to', 'org:social-protection-ministry')
  await page.getByRole('textbox', { name: 'Within: how many', exact: true }).fill('90')
  await page.getByRole('textbox', { name: 'Decided within: how many' }).fill('15')
  await choose(page, 'Clause', '1')
  await page.getByText('Everything holds together.').waitFor()
}
