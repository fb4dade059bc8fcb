import { describe, expect, test } from 'vitest'
import type { Definition } from '#src/journey/definition.ts'
import { cpsvApJson } from '#src/journey/export/cpsv-ap.ts'
import { smallJourney } from '../small-journey.ts'
import { breaches, hasShapes, readJsonLd, readShapes, WITHOUT_SHAPES } from './shacl.ts'
import { ALL_SHIPPED } from './shipped-definitions.ts'

type Node = Readonly<Record<string, unknown>>
const CV = 'http://data.europa.eu/m8g/'

const exported = (definition: Definition) => cpsvApJson({ definition, number: 1, hash: 'abc' })
const graphOf = (definition: Definition): readonly Node[] => JSON.parse(exported(definition))['@graph']
const node = (definition: Definition, path: string) =>
  graphOf(definition).find((one) => one['@id'] === `urn:polku:${path}`)
const ids = (value: unknown) => [value].flat().map((one) => (one as Node)['@id'])
const deathOfARelative = new Map(ALL_SHIPPED).get('death-of-a-relative') as Definition

if (!hasShapes) console.warn(`SKIPPED: conformance to CPSV-AP. ${WITHOUT_SHAPES}`)

describe.skipIf(!hasShapes)('the official shapes of CPSV-AP 3.2', () => {
  const shapes = hasShapes ? readShapes() : new Map()
  const findings = (text: string) => breaches(shapes, readJsonLd(text))

  test('are read whole', () => {
    expect(shapes.size).toBe(31)
    expect([...shapes.values()].flat().length).toBeGreaterThan(150)
    const wanted = { path: `${CV}hasCompetentAuthority`, name: 'class', value: `${CV}PublicOrganisation` }
    expect(shapes.get('http://purl.org/vocab/cpsv#PublicService')).toContainEqual(wanted)
  })

  test.each(ALL_SHIPPED)('are met by %s', (_, definition) => {
    const triples = readJsonLd(exported(definition))
    expect(triples.length).toBeGreaterThan(500)
    expect(breaches(shapes, triples)).toEqual([])
  })

  test('are met by a journey that uses what the shipped ones do not', () => {
    expect(findings(exported(EVERYTHING))).toEqual([])
  })

  test.each([
    [
      'a channel without its identifier',
      'cv:Channel',
      (one: Node) => ({ ...one, 'dct:identifier': undefined }),
      'minCount',
    ],
    ['a cost that is a plain text', 'cv:Cost', (one: Node) => ({ ...one, 'cv:hasValue': '0.0' }), 'datatype'],
    [
      'a life event that is no event by name',
      'cv:LifeEvent',
      (one: Node) => ({ ...one, '@type': 'cv:LifeEvent' }),
      'class',
    ],
    ['a language that is only pointed to', 'dct:LinguisticSystem', ({ '@id': id }: Node) => ({ '@id': id }), 'class'],
    ['a duration in weeks', 'cpsv:PublicService', (one: Node) => ({ ...one, 'cv:processingTime': WEEKS }), 'datatype'],
    ['two identifiers', 'cpsv:Rule', (one: Node) => ({ ...one, 'dct:identifier': ['a', 'b'] }), 'maxCount'],
  ])('find %s', (_, type, spoil, kind) => {
    const document = JSON.parse(exported(EVERYTHING))
    const graph = document['@graph'].map((one: Node) => ([one['@type']].flat().includes(type) ? spoil(one) : one))
    expect(findings(JSON.stringify({ ...document, '@graph': graph })).join('\n')).toContain(kind)
  })
})

const WEEKS = { '@type': 'xsd:duration', '@value': 'P2W' }
const words = (fi: string) => ({ fi })

/** A fee that varies, a church, a private party, addresses, a law with an earlier form, weeks. */
const EVERYTHING = smallJourney(
  {
    office: [
      {
        id: 'claim',
        provider: ['office', 'parish', 'bank', 'self'],
        uses: ['deed'],
        produces: ['decision'],
        today: { what: words('Nyt'), automation: 'none', fee: { from: 0, to: 35.8 }, wait: { from: 'P1W', to: 'P2W' } },
        deadline: {
          from: 'began_on',
          add: 'P1M2W',
          law: 'laki 1:2 §',
          variants: [{ valid: { to: '2021-12-31' }, add: 'P1W' }],
        },
      },
      {
        id: 'own',
        provider: 'self',
        needs: ['office/claim'],
        deadline: { from: { done: 'office/claim' }, add: 'P0D' },
      },
      { id: 'pay', provider: 'bank', needs: ['office/own'], uses: ['decision'] },
      { id: 'read', provider: 'office', kind: 'automatic', needs: ['office/pay'] },
    ],
  },
  {
    providers: {
      office: {
        sector: 'public',
        name: words('Virasto'),
        url: 'https://example.org/',
        phone: '1',
        business_id: '0245437-2',
      },
      parish: { sector: 'church', name: words('Seurakunta') },
      bank: { sector: 'private', name: words('Pankki'), url: 'https://example.org/bank' },
    },
    documents: { deed: { name: words('Perukirja'), holds: [] }, decision: { name: words('Päätös'), holds: [] } },
  },
)

describe('an export as CPSV-AP', () => {
  test.each(ALL_SHIPPED)('is the same text each time, and points to nothing outside it: %s', (_, definition) => {
    expect(exported(structuredClone(definition))).toBe(exported(definition))
    const triples = readJsonLd(exported(definition))
    const subjects = new Set(
      triples.filter(({ predicate }) => predicate.endsWith('#type')).map(({ subject }) => subject),
    )
    const loose = triples.flatMap(({ predicate, object }) =>
      'id' in object && !predicate.endsWith('#type') && !subjects.has(object.id) ? [object.id] : [],
    )
    expect(loose).toEqual([])
    const named = graphOf(definition).map((one) => one['@id'])
    expect(new Set(named).size).toBe(named.length)
  })

  test.each(ALL_SHIPPED)('passes nobody off as a public organisation: %s', (_, definition) => {
    const organisations = graphOf(definition).filter((one) => [one['@type']].flat().includes('cv:PublicOrganisation'))
    const isPublic = Object.entries(definition.providers).filter(([, { sector }]) => sector === 'public')
    expect(ids(organisations)).toEqual(isPublic.map(([id]) => `urn:polku:${definition.id}/organisation/${id}`))
  })

  test('has a service for each step of a public provider, and a step of its own kind for the others', () => {
    const path = 'small-journey'
    expect(node(EVERYTHING, `${path}/service/office/claim`)).toMatchObject({ '@type': 'cpsv:PublicService' })
    expect(ids(node(EVERYTHING, `${path}/service/office/claim`)?.['cv:hasCompetentAuthority'])).toEqual([
      'urn:polku:small-journey/organisation/office',
    ])
    expect(ids(node(EVERYTHING, `${path}/service/office/claim`)?.['cv:hasParticipation'])).toHaveLength(2)
    expect(node(EVERYTHING, `${path}/step/office/pay`)).toMatchObject({ '@type': 'polku:Step' })
    expect(ids(node(EVERYTHING, path)?.['cv:hasRelatedService'])).toHaveLength(2)
    expect(graphOf(EVERYTHING).some((one) => String(one['@id']).includes('situation'))).toBe(false)
  })

  test('finds the service that comes first through steps that are none', () => {
    const before = node(EVERYTHING, 'small-journey/service/office/read')?.['dct:requires']
    expect(ids(before)).toEqual(['urn:polku:small-journey/service/office/claim'])
  })

  test('tells a fee that varies as two costs, and time without weeks', () => {
    const claim = node(EVERYTHING, 'small-journey/service/office/claim')
    expect(claim?.['cv:processingTime']).toEqual({ '@type': 'xsd:duration', '@value': 'P14D' })
    const costs = graphOf(EVERYTHING).filter((one) => one['@type'] === 'cv:Cost')
    expect(costs.map((one) => one['cv:hasValue'])).toEqual([
      { '@type': 'xsd:double', '@value': '0.0' },
      { '@type': 'xsd:double', '@value': '35.8' },
    ])
    expect(node(EVERYTHING, 'small-journey/rule/office/claim')).toMatchObject({
      'dct:title': [{ '@language': 'fi', '@value': 'Määräaika: claim' }],
      'polku:duration': { '@value': 'P1M14D' },
      'polku:variant': [{ 'polku:validTo': { '@value': '2021-12-31' }, 'polku:duration': { '@value': 'P7D' } }],
    })
    expect(node(EVERYTHING, 'small-journey/rule/office/own')).toMatchObject({
      'polku:duration': { '@value': 'P0D' },
      'polku:countedFromStep': 'office/claim',
    })
  })

  test('gives the deadlines of the shipped journey with their words and their law', () => {
    const rule = node(deathOfARelative, 'death-of-a-relative/rule/estate/inventory')
    expect(rule).toMatchObject({ 'polku:duration': { '@value': 'P3M' }, 'polku:countedFromFact': 'died_on' })
    const [law] = ids(rule?.['cpsv:implements'])
    const all = graphOf(deathOfARelative)
    expect(all.find((one) => one['@id'] === law)).toMatchObject({ 'dct:title': 'perintökaari 20:1' })
    expect(all.filter((one) => one['@type'] === 'cpsv:Rule')).toHaveLength(2)
  })

  test('says of every service that it is a proposal', () => {
    const services = graphOf(deathOfARelative).filter((one) => one['@type'] === 'cpsv:PublicService')
    expect(services.length).toBeGreaterThan(20)
    for (const one of services) expect(String(ids(one['adms:status'])[0])).toContain('/concept/status/')
  })
})
