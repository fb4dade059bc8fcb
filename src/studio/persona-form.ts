import type { FieldKind } from './fields.ts'
import { type DraftForm, line, makerAt, number } from './form-parts.ts'
import { at, namesAt, wordsIn } from './values.ts'

/** The form of one example person: who they are, what they answer, and the made-up data that documents show of them. */
export function personaForm(tree: unknown, people: unknown, id: string, language: string): DraftForm {
  const root = [id]
  const { field } = makerAt(people, root)
  const languages = [language, 'fi', 'sv', 'en']
  const said = (path: readonly string[], label: string) =>
    languagesFor(tree, at(people, [...root, ...path])).map((lang) => ({
      ...{ ...field([...path, lang], { is: 'text' }, label), lang },
    }))
  const answers = namesAt(tree, ['facts']).map((fact) => {
    const ask = wordsIn(at(tree, ['facts', fact, 'ask']), languages) ?? fact
    return field(['facts', fact], answerKind(at(tree, ['facts', fact])), ask)
  })
  const data = namesAt(tree, ['data']).flatMap((item) => {
    const name = wordsIn(at(tree, ['data', item, 'name']), languages) ?? item
    // A name or a sum is the same in every language: it is one text until somebody writes it by languages.
    const isInWords = typeof at(people, [...root, 'data', item]) === 'object'
    return isInWords ? said(['data', item], name) : [field(['data', item], line, name)]
  })
  const persona = [field(['name'], line, 'persona.name'), ...said(['introduction'], 'persona.introduction')]
  return {
    root,
    parts: [
      { id: 'persona', label: 'persona', fields: persona },
      { id: 'answers', label: 'answers', fields: answers },
      ...(data.length > 0 ? [{ id: 'simulated', label: 'simulated', fields: data }] : []),
    ],
  }
}

function languagesFor(tree: unknown, words: unknown): readonly string[] {
  const own = at(tree, ['languages'])
  const all = Array.isArray(own) && own.length > 0 ? own.map(String) : ['fi', 'sv', 'en']
  return at(words, ['fi-x-selko']) === undefined ? all : [...all, 'fi-x-selko']
}

function answerKind(fact: unknown): FieldKind {
  const type = at(fact, ['type'])
  if (type === 'date') return { is: 'day' }
  if (type === 'number') return number
  const unknown = at(fact, ['unknown_allowed']) === true ? ['unknown'] : []
  const options = type === 'boolean' ? ['true', 'false'] : namesAt(fact, ['options'])
  return { is: 'answer', isBoolean: type === 'boolean', options: [...options, ...unknown] }
}
