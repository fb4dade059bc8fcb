import { expect, test } from 'vitest'
import { openVoikko } from '#src/voikko.ts'

test('Finnish words come to their base forms with the parts of compounds, in lower case', ({ skip }) => {
  const lemmas = openVoikko()
  if (!lemmas) return skip('libvoikko with its Finnish words is not installed: base forms were not tried')
  expect(lemmas('perunkirjoituksen')).toContain('perunkirjoitus')
  expect(lemmas('pankkivirkailijalle')).toEqual(expect.arrayContaining(['pankki', 'virkailija']))
  expect(lemmas('Kelasta')).toContain('kela')
  expect(lemmas('qwrtz')).toEqual([])
  expect(lemmas('x'.repeat(10_000))).toEqual([])
})
