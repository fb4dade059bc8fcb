import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkText } from '#src/journey/check.ts'
import { valuesOf } from '#src/studio/document.ts'
import { signedIn } from '../review/staff.ts'
import { formIn, open, press, valuesIn } from '../studio/forms.ts'
import { FIRST_CAT } from '../studio/promised.ts'
import { testApp } from '../support/app.ts'
import { all, type Element } from '../support/html.ts'
import type { Page } from '../support/page.ts'

const LONG = process.env.POLKU_LONG !== undefined
const RUNS = LONG ? 40 : 1
const PRESSES = LONG ? 200 : 20

const press_ = fc.record({
  where: fc.nat(999),
  what: fc.nat(999),
  with: fc.nat(999),
  words: fc.string({ maxLength: 12 }),
})
const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)]

/** Everywhere a draft can be changed, and where its links lead. */
function linksOf(page: Page, address: string): readonly string[] {
  const hrefs = all(page.main, ({ name }) => name === 'a').map(({ attributes }) => attributes.href?.split('#')[0] ?? '')
  return hrefs.filter((href) => href.startsWith(address) && !href.endsWith('/source'))
}

const forms = (page: Page): readonly Element[] =>
  all(
    page.main,
    ({ name, attributes }) =>
      name === 'form' && !['sign-out', 'try', 'archive', 'share'].includes(attributes['data-form'] ?? ''),
  )

test('whatever is pressed and typed on whatever page, the service answers, the text can be read and no comment is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(press_, { minLength: PRESSES, maxLength: PRESSES }), async (presses) => {
      const app = await testApp({ definitions: [FIRST_CAT] })
      const sari = await signedIn(app, 'designer')
      const begun = await press(sari, formIn(await open(sari, '/fi/studio/drafts'), 'new-version'))
      const address = begun.headers.get('location') ?? ''
      const id = address.split('/').at(-1) ?? ''
      const textNow = async () => {
        const draft = await app.deps.drafts.find(id)
        return (await app.deps.drafts.revision(id, draft?.head ?? 0))?.text ?? ''
      }
      const source = formIn(await open(sari, `${address}/source`), 'source')
      await press(sari, source, { text: `# muistiinpano\n${valuesIn(source).text?.[0]}` }, 'save')
      let path = address
      for (const { where, what, with: how, words } of presses) {
        const response = await sari.get(path)
        expect(response.status, path).toBeLessThan(500)
        const page = await open(sari, response.status === 200 ? path : address)
        const form = pick(forms(page), what)
        const isUndo = form?.attributes['data-form'] === 'undo' || form?.attributes['data-form'] === 'restore'
        if (form) {
          const names = Object.keys(valuesIn(form)).filter((name) => !['token', 'base', 'boxes', 'seen'].includes(name))
          const name = pick(names, how)
          const go = pick(
            all(form, (one) => one.name === 'button').map(({ attributes }) => attributes.value ?? ''),
            where,
          )
          const pressed = await press(sari, form, name && !isUndo ? { [name]: words } : {}, go)
          expect(pressed.status, `${path} ${form.attributes['data-form']} ${name} ${go}`).toBeLessThan(500)
        }
        const text = await textNow()
        expect(valuesOf(text), text.slice(0, 200)).toBeTypeOf('object')
        if (!isUndo) expect(text).toContain('# muistiinpano')
        // Undone as far as before the note was written: it is written once more.
        if (!text.includes('# muistiinpano')) {
          const again = formIn(await open(sari, `${address}/source`), 'source')
          await press(sari, again, { text: `# muistiinpano\n${text}` }, 'save')
        }
        path = pick(linksOf(page, address), where) ?? address
      }
      const check = await open(sari, `${address}/check`)
      const errors = checkText(await textNow()).filter(({ severity }) => severity === 'error').length
      expect(Number(check.main.attributes['data-errors'])).toBeGreaterThanOrEqual(errors)
      await app.close()
    }),
    { numRuns: RUNS },
  )
}, 600_000)
