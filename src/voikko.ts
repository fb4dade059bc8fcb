import koffi, { type LibraryHandle } from 'koffi'
import type { Lemmas } from '#feedback/themes/features.ts'

/** As it is named where it is installed: with its number, since the plain name comes with the developers' package. */
const LIBRARIES = ['libvoikko.so.1', 'libvoikko.1.dylib']
const ATTRIBUTES = ['BASEFORM', 'WORDBASES'] as const
/** Longer than any word somebody means. */
const LONGEST = 60
/** Of the words of a language most come again and again. */
const MOST_KEPT = 20_000

type Voikko = { readonly handle: unknown; readonly analyses: (word: string) => readonly string[] }
let opened: Lemmas | undefined | 'none'

/**
 * Base forms of Finnish words and the parts of compounds by libvoikko, where it is installed with its Finnish dictionary;
 * undefined where it is not. It is GPL: loaded when the service runs, never a part of it.
 */
export function openVoikko(): Lemmas | undefined {
  opened ??= open() ?? 'none'
  return opened === 'none' ? undefined : opened
}

function open(): Lemmas | undefined {
  const voikko = load()
  if (!voikko) return undefined
  const known = new Map<string, readonly string[]>()
  return (word) => {
    const before = known.get(word)
    if (before || word.length > LONGEST) return before ?? []
    if (known.size >= MOST_KEPT) known.clear()
    const bases = voikko.analyses(word)
    known.set(word, bases)
    return bases
  }
}

function load(): Voikko | undefined {
  for (const name of LIBRARIES) {
    try {
      return bind(koffi.load(name))
    } catch {
      // Not here under this name, or without its dictionary.
    }
  }
  return undefined
}

function bind(library: LibraryHandle): Voikko | undefined {
  const init = library.func('void *voikkoInit(_Out_ void **error, const char *language, const char *path)')
  const analyze = library.func('void **voikkoAnalyzeWordCstr(void *handle, const char *word)')
  const attributeOf = library.func('void *voikko_mor_analysis_value_cstr(void *analysis, const char *attribute)')
  const freeValue = library.func('void voikko_free_mor_analysis_value_cstr(void *value)')
  const freeAll = library.func('void voikko_free_mor_analysis(void **analyses)')
  const handle: unknown = init([null], 'fi', null)
  if (!handle) return undefined
  const value = (analysis: unknown, attribute: string): string => {
    const found: unknown = attributeOf(analysis, attribute)
    if (!found) return ''
    const text: string = koffi.decode(found, 'char', -1)
    freeValue(found)
    return text
  }
  return {
    handle,
    analyses: (word) => {
      const all: unknown = analyze(handle, word)
      if (!all) return []
      const bases = new Set<string>()
      for (let at = 0; ; at++) {
        const analysis: unknown = koffi.decode(all, at * koffi.sizeof('void *'), 'void *')
        if (!analysis) break
        for (const attribute of ATTRIBUTES) for (const base of basesIn(value(analysis, attribute))) bases.add(base)
      }
      freeAll(all)
      return [...bases]
    },
  }
}

/** `+peru(peru)+n+kirjoitus(kirjoitus)` holds the parts of a compound in brackets; a base form stands by itself. */
function basesIn(value: string): readonly string[] {
  const parts = value.startsWith('+') ? [...value.matchAll(/\(([^)+]+)\)/g)].map(([, part = '']) => part) : [value]
  return parts.map((part) => part.toLowerCase()).filter((part) => part !== '')
}
