import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#src/config.ts'

describe('settings', () => {
  it('need not be given: this machine only, port 3000, everything in data/', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: 'data',
      databaseUrl: undefined,
      limits: true,
      outside: [],
      keyFile: join('data', 'key'),
      publicUrl: undefined,
      isSecure: false,
      proxies: [],
    })
  })

  it('left empty are as good as not given', () => {
    expect(
      readConfig({ PORT: '', HOST: '', POLKU_DATABASE_URL: '', POLKU_PUBLIC_URL: '', POLKU_KEY_FILE: '' }),
    ).toEqual(readConfig({}))
  })

  it.each([
    ['127.0.0.1', false],
    ['localhost', false],
    ['::1', false],
    ['127.8.9.10', false],
    ['0.0.0.0', true],
    ['192.168.1.5', true],
    ['127.0.0.1.evil.example', true],
    ['::', true],
  ])('switch limits off only where nobody else can call: listening on %s', (HOST, limits) => {
    expect(readConfig({ HOST, POLKU_LIMITS: 'off' }).limits).toBe(limits)
    expect(readConfig({ HOST, POLKU_LIMITS: 'on' }).limits).toBe(true)
  })

  it('take the origin of the public address, which says whether people come over https', () => {
    expect(readConfig({ POLKU_PUBLIC_URL: 'https://polku.example/some/path' })).toMatchObject({
      publicUrl: 'https://polku.example',
      isSecure: true,
    })
    expect(readConfig({ POLKU_PUBLIC_URL: 'http://polku.local:8080' })).toMatchObject({
      publicUrl: 'http://polku.local:8080',
      isSecure: false,
    })
  })

  it('believe a proxy on this machine, or the one that is named', () => {
    expect(readConfig({ POLKU_PUBLIC_URL: 'https://polku.example' }).proxies).toEqual(['127.0.0.1', '::1'])
    expect(readConfig({ POLKU_PUBLIC_URL: 'https://polku.example', POLKU_PROXY: '10.0.0.2' }).proxies).toEqual([
      '10.0.0.2',
    ])
    expect(readConfig({ POLKU_PROXY: '10.0.0.2' }).proxies).toEqual([])
  })

  it.each([
    ['PORT', 'many'],
    ['PORT', '70000'],
    ['PORT', '3000.5'],
    ['POLKU_DATABASE_URL', 'mysql://localhost/polku'],
    ['POLKU_LIMITS', 'no'],
    ['POLKU_PUBLIC_URL', 'polku.example'],
    ['POLKU_PUBLIC_URL', 'javascript:alert(1)'],
  ])('that cannot be used stop the start with their name: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name)
  })

  it('may name services whose conversations a step leads to, by their https addresses', () => {
    expect(readConfig({ POLKU_OUTSIDE: 'https://one.example/x, https://two.example' }).outside).toEqual([
      'https://one.example',
      'https://two.example',
    ])
    expect(() => readConfig({ POLKU_OUTSIDE: 'http://one.example' })).toThrow('POLKU_OUTSIDE')
  })
})
