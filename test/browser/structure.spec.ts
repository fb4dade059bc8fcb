import { LANGUAGES } from '#src/i18n/language.ts'
import { ALL_PAGES } from './page-kinds.ts'
import { expect, test } from './service.ts'
import { structureOf } from './structure.ts'

const WITHOUT_NAME = /^\s*- (button|link|radio|checkbox|textbox|combobox|heading)(?! named)/m

for (const kind of ALL_PAGES.filter(({ grows }) => !grows))
  test(`${kind.name} is read in the same order in every language`, async ({ aino, world }) => {
    for (const language of LANGUAGES) {
      await kind.open({ page: aino, world, language })
      const structure = await structureOf(aino)
      expect.soft(structure, 'everything one can act on has a name').not.toMatch(WITHOUT_NAME)
      await expect.soft(aino.locator('fieldset:not(:has(legend))'), 'every group of fields has a name').toHaveCount(0)
      expect.soft(structure, `in ${language}`).toMatchSnapshot(`${kind.name}.txt`)
    }
  })
