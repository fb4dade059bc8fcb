import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeKey, openSecrets, secretsFrom } from '#src/secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'polku-key-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the key', () => {
  it('is made at the first start, for its owner to read only, and is the same from then on', () => {
    const file = join(folder, 'deeper', 'key')
    const first = openSecrets(file).codeHash('A')
    expect(statSync(file).mode & 0o777).toBe(0o400)
    expect(readFileSync(file)).toHaveLength(32)
    expect(openSecrets(file).codeHash('A')).toBe(first)
    expect(openSecrets(join(folder, 'another')).codeHash('A')).not.toBe(first)
  })

  it('leaves nothing else behind', () => {
    openSecrets(join(folder, 'key'))
    expect(readdirSync(folder)).toEqual(['key'])
  })

  it('is one, when two processes both find none and both make it', () => {
    const file = join(folder, 'key')
    expect(makeKey(file)).toEqual(makeKey(file))
    expect(readdirSync(folder)).toEqual(['key'])
  })

  it.each([0o444, 0o404, 0o406, 0o402])('that others on the machine can reach (%i) stops the start', (mode) => {
    const file = join(folder, 'key')
    writeFileSync(file, new Uint8Array(32))
    chmodSync(file, mode)
    expect(() => openSecrets(file)).toThrow('read by everyone')
  })

  it.each([0, 31, 33])('of %i bytes stops the start', (length) => {
    const file = join(folder, 'key')
    writeFileSync(file, new Uint8Array(length), { mode: 0o400 })
    expect(() => openSecrets(file)).toThrow('32 bytes')
  })
})

describe('hashes', () => {
  const secrets = secretsFrom(new Uint8Array(32).fill(1))

  it('of one use mean nothing in another', () => {
    const { codeHash, tokenHash, formToken, prefixKey } = secrets
    const all = [codeHash('x'), tokenHash('x'), formToken('x'), prefixKey('x', 0), prefixKey('x', 1)]
    expect(new Set(all).size).toBe(all.length)
  })

  it('depend on the key', () => {
    expect(secretsFrom(new Uint8Array(32).fill(2)).codeHash('x')).not.toBe(secrets.codeHash('x'))
  })
})
