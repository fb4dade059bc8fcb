import { LANGUAGES } from '#src/i18n/language.ts'
import { type HelpPlace, measuredOn } from './measured.ts'
import { CITIZEN_PAGES, type PageKind, STAFF_PAGES } from './page-kinds.ts'
import { expect, test } from './service.ts'

const AUDIENCES = { citizens: CITIZEN_PAGES, staff: STAFF_PAGES }

for (const language of LANGUAGES)
  for (const [audience, kinds] of Object.entries(AUDIENCES))
    test(`every page for ${audience} in ${language} has a title of its own, one main heading, and help in one place`, async ({
      aino,
      world,
    }) => {
      const titles = new Map<string, string>()
      const help = new Map<string, HelpPlace>()
      for (const kind of kinds) {
        await kind.open({ page: aino, world, language })
        titles.set(addressOf(kind, aino.url()), await aino.title())
        help.set(kind.name, await measuredOn(aino).helpPlace())
        await expect.soft(aino.locator('html'), kind.name).toHaveAttribute('lang', language)
        await expect.soft(aino.getByRole('heading', { level: 1 }), kind.name).toHaveCount(1)
        await expect.soft(aino.getByRole('main'), kind.name).toHaveCount(1)
      }
      expect.soft(repeated([...titles.values()]), 'titles that two pages share').toEqual([])
      const [first] = help.values()
      for (const [name, place] of help) expect.soft(place, `help on ${name}`).toEqual(first)
    })

/** With something to mend it is another page to a person, and its title says so. In which walk a step stands, a title does not say. */
function addressOf({ name }: PageKind, url: string): string {
  const path = new URL(url).pathname.replace(/walks\/[^/]+/, 'walk')
  return name.includes('error') ? `${path} with errors` : path
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at)
}
