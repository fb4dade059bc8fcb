import type { Deadline, Definition, StepKey, Words } from '../definition.ts'
import { nodesOf, type Package } from './cpsv-package.ts'
import { TIME_LIMIT } from './cpsv-words.ts'
import { duration, type Node, ref, some, texts, typed } from './linked-data.ts'

/** Deadlines as rules, with the law they rest on. CPSV-AP has no property for a time limit: ours are `polku:`. */
export function ruleNodes(of: Package): readonly Node[] {
  const limits = nodesOf(of).flatMap(([, key, { title, deadline }]) => (deadline ? [{ key, title, deadline }] : []))
  const laws = new Set(limits.flatMap(({ deadline }) => deadline.law ?? []))
  return [
    ...limits.map(({ key, title, deadline }) => rule(of, key, title, deadline)),
    ...[...laws].map((law) => ({ '@id': lawId(of, law), '@type': 'eli:LegalResource', 'dct:title': law })),
  ]
}

function rule(of: Package, key: StepKey, title: Words, deadline: Deadline): Node {
  const { from, add, law, variants = [] } = deadline
  const inWords = texts(deadline.rule)
  return {
    '@id': of.id('rule', key),
    '@type': 'cpsv:Rule',
    'dct:identifier': key,
    'dct:title': texts(worded(TIME_LIMIT, title)),
    'dct:description': inWords ?? texts(worded(TIME_LIMIT, { fi: add, sv: add, en: add })),
    'cpsv:implements': law === undefined ? undefined : ref(lawId(of, law)),
    'polku:duration': duration(add),
    'polku:countedFromFact': typeof from === 'string' ? from : undefined,
    'polku:countedFromStep': typeof from === 'string' ? undefined : from.done,
    'polku:variant': some(variants.map(variant)),
  }
}

function variant({ valid, add }: NonNullable<Deadline['variants']>[number]): Node {
  return {
    'polku:validFrom': valid.from === undefined ? undefined : typed('date', valid.from),
    'polku:validTo': valid.to === undefined ? undefined : typed('date', valid.to),
    'polku:duration': duration(add),
  }
}

/** "Time limit: The estate inventory", in each language that has both. */
function worded(before: Words, after: Words): Words {
  const both = (language: Definition['languages'][number]) =>
    before[language] && after[language] ? { [language]: `${before[language]}: ${after[language]}` } : {}
  return { ...both('fi'), ...both('sv'), ...both('en') }
}

function lawId({ id }: Package, law: string): string {
  return id('law', encodeURIComponent(law))
}
