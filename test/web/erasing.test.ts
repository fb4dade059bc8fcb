import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { messages } from '#src/i18n/translate.ts'
import { CAT, FIRST_CAT, REGISTER, speaksAtTheRegister, walkOf } from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Citizen, citizen } from '../support/citizen.ts'
import { formOf } from '../support/page.ts'
import { trialOf } from '../trial/plans.ts'

const SAID = 'Kissankirja katosi'
let app: TestApp
let aino: Citizen
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT] })
  await app.deps.trials.create(trialOf({ journey: CAT, stage: 'mapping' }))
  aino = citizen(app.visitor())
  await speaksAtTheRegister(app, aino, SAID)
})
afterEach(() => app.close())

const read = async (path: string) => (await aino.browser.get(path)).text()
const at = (place: string) => `${aino.walkPath()}/${place}`

describe('the whole walk', () => {
  test('goes only after a question of its own, which says what goes and what stays and has a way back', async () => {
    const { forms } = await aino.open(at('mine'))
    expect(forms.map(({ kind }) => kind)).not.toContain('erase')
    expect(await read(at('mine'))).toContain(`href="${at('erase')}"`)
    const page = await read(at('erase'))
    const { walk } = messages('fi').erasing
    for (const words of [...walk.goes, walk.stays, `href="${at('mine')}"`]) expect(page).toContain(words)
    expect(await read(at('mine'))).toContain(SAID)
  })

  test('is gone after a yes, with a receipt on the page that follows', async () => {
    const walk = walkOf(aino)
    const page = await aino.send(formOf(await aino.open(at('erase')), 'erase'))
    expect(page.name).toBe('home')
    expect(page.text).toContain(messages('fi').erasing.erased)
    expect(await app.deps.walks.find(walk)).toBeUndefined()
    expect(await read('/fi')).not.toContain(messages('fi').erasing.erased)
  })
})

describe('everything that was said', () => {
  test('goes only after a question of its own, and the walk stays', async () => {
    const { forms } = await aino.open(at('mine'))
    const withdrawals = forms.filter(({ kind }) => kind === 'withdraw')
    expect(withdrawals.every(({ fields }) => fields.some(({ name, value }) => name === 'contribution' && value))).toBe(
      true,
    )
    const asked = await aino.open(at('withdraw'))
    expect(await read(at('mine'))).toContain(SAID)
    const after = await aino.send(formOf(asked, 'withdraw'))
    expect([after.name, after.text.includes(SAID)]).toEqual(['mine', false])
    expect((await aino.browser.get(at(`steps/${REGISTER}`))).status).toBe(200)
  })

  test('goes one at a time without a question', async () => {
    const after = await aino.send(formOf(await aino.open(at('mine')), 'withdraw'))
    expect([after.name, after.text.includes(SAID)]).toEqual(['mine', false])
  })
})
