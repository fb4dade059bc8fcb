import { LANGUAGES } from '#src/i18n/language.ts'
import { measuredOn } from './measured.ts'
import { CITIZEN_PAGES, type PageKind } from './page-kinds.ts'
import { expect, test } from './service.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'places are measured by a script')

for (const language of LANGUAGES)
  test(`every page in ${language} has a title of its own, one main heading and help in the same place`, async ({
    aino,
    world,
  }) => {
    const titles = new Map<string, string>()
    const places = new Map<string, unknown>()
    for (const kind of CITIZEN_PAGES) {
      await kind.open({ page: aino, world, language })
      const { pathname } = new URL(aino.url())
      titles.set(withErrors(kind, pathname), await aino.title())
      places.set(kind.name, await measuredOn(aino).helpPlace())
      await expect.soft(aino.locator('html'), kind.name).toHaveAttribute('lang', language)
      await expect.soft(aino.getByRole('heading', { level: 1 }), kind.name).toHaveCount(1)
      await expect.soft(aino.getByRole('main'), kind.name).toHaveCount(1)
    }
    expect.soft(repeated([...titles.values()]), 'titles that two pages share').toEqual([])
    const [first] = places.values()
    for (const [name, place] of places) expect.soft(place, `help on ${name}`).toEqual(first)
  })

/** The same address with something to mend is another page to a person: its title says so. Walks differ, their step pages do not. */
function withErrors({ name }: PageKind, pathname: string): string {
  return `${pathname.replace(/walks\/[^/]+/, 'walk')} ${name.includes('error') ? 'with errors' : ''}`
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at)
}
