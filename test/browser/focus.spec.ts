import { groups, inverted, names, stops, toStart, unmarked } from './focus-round.ts'
import { ALL_PAGES } from './page-kinds.ts'
import { expect, test } from './service.ts'

for (const kind of ALL_PAGES)
  test(`the focus passes through ${kind.name} as one reads it, and is always seen`, async ({ aino, world }) => {
    await kind.open({ page: aino, world, language: 'fi' })
    await toStart(aino)
    const forwards = await stops(aino, 'Tab')
    expect.soft(inverted(forwards), '2.4.3 steps that lead back up the page').toEqual([])
    expect.soft(names(forwards.filter(({ seenPoints }) => seenPoints === 0)), '2.4.11 covered').toEqual([])
    expect.soft(await unmarked(aino, forwards), '2.4.7 nothing shows the focus').toEqual([])

    await aino.setViewportSize({ width: 320, height: 256 })
    const backwards = await stops(aino, 'Shift+Tab')
    expect.soft(names(backwards.filter(({ seenPoints }) => seenPoints === 0)), '2.4.11 covered at 320 px').toEqual([])
    expect.soft(groups(backwards).toReversed(), '2.1.2 the way back').toEqual(groups(forwards))
  })
