import type { Page } from '@playwright/test'

// An element in an aria snapshot: its role, its name in quotes, marks like [level=1], and the text it holds.
const ELEMENT = /^(\s*- )([a-z]+)( "(?:[^"\\]|\\.)*")?((?: \[[^\]]+\])*)(:?)/

/**
 * What a screen reader walks through, without words: roles, levels and states, and which of them have a name. The same
 * in every language, and it stays while words are polished.
 */
export async function structureOf(page: Page): Promise<string> {
  const snapshot = await page.locator('body').ariaSnapshot()
  const lines = snapshot.split('\n').flatMap((line) => {
    const [, indent, role, name, marks = ''] = ELEMENT.exec(line) ?? []
    if (indent === undefined || role === undefined || role === 'text') return []
    return `${indent}${role}${name ? ' named' : ''}${marks.replace(/ \[cursor=\w+\]| \[ref=\w+\]/g, '')}`
  })
  return `${lines.join('\n')}\n`
}
