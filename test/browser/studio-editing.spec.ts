import type { Locator, Page } from '@playwright/test'
import { messages } from '#src/i18n/translate.ts'
import { ownDraft } from './own-draft.ts'
import { expect, test } from './service.ts'

const { draft, studioPanes, sourceEditor } = messages('fi')
const WORDS = 'Tilaa lukko, joka aukeaa koodilla'

// As texts: what runs in the page has its own names, which the types of the server do not know.
const COUNT_WORDS = `{
  const line = document.querySelector('#saved')
  const count = () => { line.dataset.said = String(Number(line.dataset.said ?? 0) + 1) }
  new MutationObserver(count).observe(line, { childList: true, characterData: true, subtree: true })
}`
const KEEP_REFUSED = `addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
  document.documentElement.dataset.refused = violatedDirective
})`

test('a field saves itself when it is left, and the preview tells the step in the new words', async ({
  page,
  world,
}) => {
  const address = await ownDraft(page, world)
  await page.goto(`${address}/steps/lock/new-lock`)
  const status = page.locator('#saved')
  await page.evaluate(COUNT_WORDS)
  await page.locator('[id="title.fi"]').fill(WORDS)
  await page.keyboard.press('Tab')
  await expect(page.locator('#pane-preview')).toContainText(WORDS)
  await expect(status).toHaveText(new RegExp(`^${studioPanes.savedAt('')}`))
  await expect(status).toHaveAttribute('data-said', '1')
})

test('the text of a journey is marked where the check finds something, and completes the id of a step', async ({
  page,
  world,
}) => {
  const violations = await violationsOn(page)
  const address = await ownDraft(page, world)
  await page.goto(`${address}/source`)
  const text = page.getByRole('textbox', { name: draft.source.label })
  await expect(page.locator('textarea[name=text]')).toBeHidden()

  await text.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('\nwrong: true\n')
  const mark = page.locator('.cm-lintRange-error')
  await expect(mark).toHaveText('wrong: true')
  await mark.hover()
  await expect(page.locator('.cm-tooltip-lint')).toContainText('wrong')

  await page.keyboard.insertText('needs: [')
  await page.keyboard.type('lock/n')
  await page.getByRole('option', { name: 'lock/new-lock' }).click()
  await expect(text).toContainText('needs: [lock/new-lock')
  await leavesByTab(page, text)

  await page.getByRole('button', { name: draft.save, exact: true }).click()
  await expect(page.locator('textarea[name=text]')).toHaveValue(/wrong: true\nneeds: \[lock\/new-lock/)
  expect(await violations()).toEqual([])
})

test('the text of a journey can be written in a plain field by choice, and nothing is lost on the way', async ({
  page,
  world,
}) => {
  const address = await ownDraft(page, world)
  await page.goto(`${address}/source`)
  await page.getByRole('textbox', { name: draft.source.label }).focus()
  await page.keyboard.insertText('# muistiinpano\n')
  await page.getByRole('button', { name: sourceEditor.usePlain }).click()
  await expect(page.locator('textarea[name=text]')).toHaveValue(/^# muistiinpano\n/)
  await expect(page.locator('textarea[name=text]')).toBeVisible()
  await expect(page.locator('.polku-source-editor')).toHaveCount(0)
  await page.getByRole('button', { name: sourceEditor.useEditor }).click()
  await expect(page.locator('.polku-source-editor')).toHaveCount(1)
})

/** What the policy of the page refused, told when asked. */
async function violationsOn(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript({ content: KEEP_REFUSED })
  return async () => (await page.locator('html').getAttribute('data-refused'))?.split(',') ?? []
}

async function leavesByTab(page: Page, text: Locator) {
  await expect(text).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: draft.save, exact: true })).toBeFocused()
}
