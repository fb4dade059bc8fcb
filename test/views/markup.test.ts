import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../views', import.meta.url))
const files = globSync('**/*.ts', { cwd: root }).map((name) => ({
  name,
  text: readFileSync(`${root}/${name}`, 'utf8'),
}))

/** What the content security policy blocks, or what hono cannot protect. */
const FORBIDDEN: Record<string, RegExp> = {
  'an attribute without quotes': /\s[\w-]+=\$\{/,
  'markup that is not escaped': /\braw\(/,
  'a style attribute': /\sstyle=/,
  'a style element': /<style/,
  'a handler in an attribute': /\son[a-z]+="/,
  'a script in an htmx attribute': /hx-on|js:/,
  'a trigger filter of htmx': /hx-trigger="[^"]*\[/,
  'a script in the page': /<script(?![^>]*\bsrc=)/,
}

test('there are views to look through', () => {
  expect(files.length).toBeGreaterThan(25)
})

/** Named in the architecture test with its reason: it sets a page that html made into another one. */
const MADE_BY_HTML = 'studio/draft/apart.ts'

test.each(Object.entries(FORBIDDEN))('no view has %s', (what, pattern) => {
  const looked = files.filter(({ name }) => what !== 'markup that is not escaped' || name !== MADE_BY_HTML)
  const found = looked.flatMap(({ name, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${name}:${at + 1}: ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})
