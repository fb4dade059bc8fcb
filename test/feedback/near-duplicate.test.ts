import { describe, expect, test } from 'vitest'
import { likeness, NEAR } from '#feedback/near-duplicate.ts'

describe('two statements', () => {
  test.each([
    ['Yksi ilmoitus riittää kaikille.', 'yksi ilmoitus riittää kaikille'],
    ['Yhden ilmoituksen pitäisi riittää kaikille.', 'Yhden ilmoituksen pitäisi riittää kaikille viranomaisille'],
    ['Pankin pitäisi saada tieto suoraan.', 'Tieto pitäisi pankin saada suoraan!'],
    ['En anmälan borde räcka för alla', 'En enda anmälan borde räcka för alla'],
  ])('that say nearly the same are near: %s', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(NEAR)
    expect(likeness(b, a)).toBe(likeness(a, b))
  })

  test.each([
    ['Yksi ilmoitus riittää kaikille.', 'Pankin pitäisi soittaa minulle.'],
    ['Haluan asioida ihmisen kanssa.', 'Haluan hoitaa kaiken itse.'],
    ['', 'Yksi ilmoitus riittää'],
  ])('that say something else are not: %s', (a, b) => {
    expect(likeness(a, b)).toBeLessThan(NEAR)
  })

  test('without letters are near only when they are the same', () => {
    expect(likeness('!', '!')).toBe(1)
  })
})
