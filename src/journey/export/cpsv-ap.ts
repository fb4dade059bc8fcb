import type { Version } from '../version-store.ts'
import { documentNodes } from './cpsv-documents.ts'
import { areaNodes, organisationNodes } from './cpsv-organisations.ts'
import { LANGUAGE_CODES, type Package, packageOf } from './cpsv-package.ts'
import { ruleNodes } from './cpsv-rules.ts'
import { channelNodes, costNodes, participationNodes, serviceNodes } from './cpsv-services.ts'
import { CHANNEL_WORDS, STATUS_WORDS, TAKES_PART } from './cpsv-words.ts'
import { type Node, ref, some, texts } from './linked-data.ts'

// Everything is written with these prefixes, so a reader needs no network for the official context.
const PREFIXES = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dct: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  adms: 'http://www.w3.org/ns/adms#',
  org: 'http://www.w3.org/ns/org#',
  polku: 'urn:polku:vocabulary#',
}

/**
 * A published version as CPSV-AP 3.2 in JSON-LD: the life event, a public service for each step that a public provider
 * serves, its authorities, evidence, outputs, channels, costs and the rules of its deadlines. It is a proposal and says so
 * in `adms:status`: descriptions tell what the package proposes, `polku:today` what happens today. Steps that CPSV-AP has
 * no class for (one's own, a private provider's) are `polku:Step`. https://github.com/SEMICeu/CPSV-AP
 */
export function cpsvApJson({ definition, number, hash }: Pick<Version, 'definition' | 'number' | 'hash'>): string {
  const of = packageOf(definition)
  const graph = [
    eventNode(of, number, hash),
    ...serviceNodes(of),
    ...organisationNodes(of),
    ...participationNodes(of),
    ...channelNodes(of),
    ...costNodes(of),
    ...documentNodes(of),
    ...ruleNodes(of),
    ...conceptNodes(of),
    ...areaNodes(of),
  ]
  return `${JSON.stringify({ '@context': PREFIXES, '@graph': graph }, null, 2)}\n`
}

/** Also a `cv:Event` by name: a validator without inference would not know that a service is grouped by one. */
function eventNode({ definition, event, id, services }: Package, number: number, hash: string): Node {
  return {
    '@id': event,
    '@type': ['cv:LifeEvent', 'cv:Event'],
    'dct:identifier': definition.id,
    'dct:title': texts(definition.title),
    'dct:description': texts(definition.summary),
    'dct:type': ref(id('concept', 'life-event')),
    'cv:hasRelatedService': some([...services.keys()].map((key) => ref(id('service', key)))),
    'polku:version': number,
    'polku:contentHash': hash,
  }
}

/** Whatever is pointed to is also named and typed here: validators see this file alone. */
function conceptNodes({ definition, id, authority }: Package): readonly Node[] {
  const concept = (path: string, words: Parameters<typeof texts>[0]): Node => ({
    '@id': id('concept', path),
    '@type': 'skos:Concept',
    'skos:prefLabel': texts(words),
  })
  return [
    concept('life-event', definition.title),
    concept('takes-part', TAKES_PART),
    ...Object.entries(STATUS_WORDS).map(([status, words]) => concept(`status/${status}`, words)),
    ...Object.entries(CHANNEL_WORDS).map(([channel, words]) => concept(`channel/${channel}`, words)),
    { '@id': authority('currency/EUR'), '@type': 'skos:Concept' },
    ...definition.languages.map((language) => ({
      '@id': authority(`language/${LANGUAGE_CODES[language]}`),
      '@type': 'dct:LinguisticSystem',
    })),
  ]
}
