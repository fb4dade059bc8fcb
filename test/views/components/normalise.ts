const INLINE = new Set(['a', 'abbr', 'b', 'br', 'code', 'em', 'i', 'span', 'strong', 'svg', 'path', 'input', 'label'])
// For choices that open further fields, which ours never do.
const NEEDLESS = /^data-module="govuk-(radios|checkboxes)"$/
const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"'>/=]+(?:\s*=\s*"[^"]*")?)*)\s*\/?>|[^<]+|</gi

/**
 * Markup reduced to what a reader gets: attributes in one order, white space as it shows. A space between words and an
 * inline element stays, for without it a screen reader would run two words together.
 */
export function normalise(html: string): string {
  const tokens = [...html.matchAll(TOKEN)].map(token)
  return tokens
    .map((own, at) => (own.kind === 'text' ? trimmed(own.text, tokens[at - 1], tokens[at + 1]) : own.text))
    .join('\n')
    .replace(/\n+/g, '\n')
    .trim()
}

type Token = { kind: 'text' | 'open' | 'close'; name: string; text: string }

function token([all = '', slash, name = '', attributes = '']: RegExpMatchArray): Token {
  if (name === '') return { kind: 'text', name, text: decoded(all).replace(/\s+/g, ' ') }
  if (slash) return { kind: 'close', name, text: `</${name}>` }
  const sorted = [...attributes.matchAll(/([^\s"'>/=]+)(?:\s*=\s*"([^"]*)")?/g)]
    .map(([, key = '', value]) =>
      value === undefined ? key : `${key}="${decoded(value).replace(/\s+/g, ' ').trim()}"`,
    )
    .filter((own) => own !== 'aria-invalid="true"' && !NEEDLESS.test(own))
    .sort()
  return { kind: 'open', name, text: `<${[name, ...sorted].join(' ')}>` }
}

function trimmed(text: string, before: Token | undefined, after: Token | undefined): string {
  const start = before?.kind === 'close' && INLINE.has(before.name) ? text : text.trimStart()
  return after?.kind === 'open' && INLINE.has(after.name) ? start : start.trimEnd()
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
