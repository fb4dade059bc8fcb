import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readForm } from '#src/web/form.ts'
import { ORIGIN, type TestApp, testApp } from '../support/app.ts'

let site: TestApp
beforeAll(async () => {
  site = await testApp({
    routes: (app) =>
      app.post('/fi/echo', async (c) => {
        const { fields, all } = await readForm(c)
        return c.json({ fields: { ...fields }, tracks: all('track'), prototype: Object.getPrototypeOf(fields) })
      }),
  })
})
afterAll(() => site.close())

const URLENCODED = 'application/x-www-form-urlencoded'
const post = (
  body: string | Uint8Array<ArrayBuffer> | ReadableStream | undefined,
  type: string | undefined = URLENCODED,
  headers = {},
) =>
  site.send('/fi/echo', {
    method: 'POST',
    headers: { origin: ORIGIN, ...(type && { 'content-type': type }), ...headers },
    ...(body !== undefined && { body }),
    duplex: 'half',
  })
const fieldsOf = async (body: string, type = URLENCODED) => {
  const response = await post(body, type)
  expect(response.status).toBe(200)
  const { fields } = (await response.json()) as { fields: Record<string, string> }
  return fields
}
const multipart = (parts: string) => [`--x\r\n${parts}\r\n--x--\r\n`, 'multipart/form-data; boundary=x'] as const

describe('a form', () => {
  it('is read from both kinds that browsers send', async () => {
    expect(await fieldsOf('died_on-day=1&text=hyv%C3%A4+p%C3%A4iv%C3%A4')).toEqual({
      'died_on-day': '1',
      text: 'hyvä päivä',
    })
    const [body, type] = multipart('content-disposition: form-data; name="text"\r\n\r\nhyvä päivä')
    expect(await fieldsOf(body, type)).toEqual({ text: 'hyvä päivä' })
  })

  it('gives the first value of a repeated name, and all of them to who asks', async () => {
    const response = await post('track=a&track=b&track=c')
    expect(await response.json()).toMatchObject({ fields: { track: 'a' }, tracks: ['a', 'b', 'c'] })
  })

  it('keeps line ends and tabs, and leaves out other control characters', async () => {
    expect(await fieldsOf('text=a%00b%07c%1b%7f%c2%85d%0d%0ae%0df%09g')).toEqual({ text: 'abcd\ne\nf\tg' })
  })

  it('writes a letter in one way, however the keyboard made it', async () => {
    expect(await fieldsOf('text=a%CC%88iti')).toEqual({ text: '\u00e4iti' })
  })

  it('gives no name a special meaning', async () => {
    const response = await post('__proto__=x&constructor=y&__proto__[polluted]=z&toString=t')
    expect(await response.json()).toMatchObject({ prototype: null, fields: { constructor: 'y', toString: 't' } })
    expect('polluted' in {}).toBe(false)
  })

  it('may be empty, and may name a field without a value', async () => {
    expect(await fieldsOf('')).toEqual({})
    expect(await fieldsOf('a&b=&=c')).toEqual({ a: '', b: '', '': 'c' })
  })

  it('leaves out files', async () => {
    const [body, type] = multipart('content-disposition: form-data; name="f"; filename="a.txt"\r\n\r\nsecret')
    expect(await fieldsOf(body, type)).toEqual({})
  })
})

describe('what is no form', () => {
  it.each(['application/json', 'text/plain', 'application/xml', 'application/x-www-form-urlencodedish', undefined])(
    'is refused by its content type: %s',
    async (type) => {
      const response = await post(new TextEncoder().encode('{"text":"x"}'), type ?? '')
      expect(response.status).toBe(415)
      expect(await response.text()).toContain('data-page="error"')
    },
  )

  it.each([
    ['bytes that are not UTF-8', Uint8Array.from([0x74, 0x3d, 0xff, 0xfe]), URLENCODED],
    ['percent-encoded bytes that are not UTF-8', 'text=%ff', URLENCODED],
    ['a surrogate in disguise', 'text=%ED%A0%80', URLENCODED],
    ['malformed percent encoding', 'text=%zz', URLENCODED],
    ['a cut percent sign', 'text=100%', URLENCODED],
    ['a malformed name', '%=1', URLENCODED],
    [
      'multipart without an end',
      '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb',
      'multipart/form-data; boundary=x',
    ],
    ['multipart without a boundary', '--x\r\n', 'multipart/form-data'],
    ['multipart of nothing', '', 'multipart/form-data; boundary=x'],
    ['multipart of noise', 'noise', 'multipart/form-data; boundary=x'],
    ['too many fields', 'a=1&'.repeat(501), URLENCODED],
  ])('is refused with a page: %s', async (_, body, type) => {
    const response = await post(body, type)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('data-page="error"')
  })

  it('takes 500 fields, which no page of ours has', async () => {
    expect(Object.keys(await fieldsOf(Array.from({ length: 500 }, (_, i) => `f${i}=1`).join('&')))).toHaveLength(500)
  })
})

describe('a huge body', () => {
  it('is refused by its declared length without being read', async () => {
    let reads = 0
    const pull = () => {
      reads++
    }
    const body = new ReadableStream({ pull }, { highWaterMark: 0 })
    const response = await post(body, URLENCODED, { 'content-length': String(2 * 1024 * 1024) })
    expect(response.status).toBe(413)
    expect(reads).toBe(0)
  })

  it('is refused while it streams, however long it goes on', async () => {
    let chunks = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (to) => to.enqueue(new Uint8Array(1024).fill(97 + (chunks++ % 2))),
    })
    const response = await post(body)
    expect(response.status).toBe(413)
    expect(chunks).toBeLessThan(80)
  })

  it('is taken up to 64 kilobytes', async () => {
    expect((await fieldsOf(`t=${'a'.repeat(65_534)}`)).t).toHaveLength(65_534)
    expect((await post(`t=${'a'.repeat(65_535)}`)).status).toBe(413)
  })
})
