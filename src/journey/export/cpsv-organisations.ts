import type { Provider } from '../definition.ts'
import type { Package } from './cpsv-package.ts'
import { AREA_NOT_TOLD } from './cpsv-words.ts'
import { type Node, ref, texts } from './linked-data.ts'

const FINLAND = 'country/FIN'

/** The journey's providers: public ones as public organisations, all others as organisations and nothing more. */
export function organisationNodes(of: Package): readonly Node[] {
  return Object.entries(of.definition.providers).map(([key, provider]) => ({
    '@id': of.id('organisation', key),
    '@type': [...(provider.sector === 'public' ? ['cv:PublicOrganisation'] : []), 'org:Organization', 'foaf:Agent'],
    'dct:identifier': provider.business_id ?? key,
    'dct:title': texts(provider.name),
    'skos:prefLabel': texts(provider.name),
    'dct:spatial': provider.sector === 'public' ? ref(areaOf(of, provider)) : undefined,
    'polku:sector': provider.sector,
  }))
}

/** CPSV-AP wants the area of every public organisation; a definition tells none, and only a Finnish id tells a country. */
function areaOf({ authority, id }: Package, { business_id }: Provider): string {
  return business_id === undefined ? id('area', 'not-told') : authority(FINLAND)
}

/** The areas that organisations point to. */
export function areaNodes({ authority, id }: Package): readonly Node[] {
  return [
    { '@id': authority(FINLAND), '@type': 'dct:Location' },
    { '@id': id('area', 'not-told'), '@type': 'dct:Location', 'skos:prefLabel': texts(AREA_NOT_TOLD) },
  ]
}
