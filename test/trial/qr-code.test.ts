import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrCode } from '#views/trial/qr-code.ts'

test('the square code draws every dark square and no light one, with an empty border', () => {
  const address = 'https://polku.example/join/abc01-23xyz'
  const svg = String(qrCode({ address, label: 'Ruutukoodi' }))
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const drawn = Array.from({ length: side }, () => Array<boolean>(side).fill(false))
  for (const [, x = '', y = '', length = ''] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let i = 0; i < Number(length); i++) (drawn[Number(y)] ?? [])[Number(x) + i] = true
  expect(drawn).toEqual(encode(address, { ecc: 'M', border: 4 }).data)
})
