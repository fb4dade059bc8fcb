import type { StepKey } from '../definition.ts'
import {
  authoritiesOf,
  LANGUAGE_CODES,
  nodesOf,
  type Package,
  type Party,
  partiesOf,
  type Served,
} from './cpsv-package.ts'
import { CHANNEL_WORDS, COST_WORDS, TAKES_PART } from './cpsv-words.ts'
import { duration, euros, type Node, ref, some, texts } from './linked-data.ts'

/** The served steps: public services, and `polku:Step` for those that no public provider serves. */
export function serviceNodes(of: Package): readonly Node[] {
  return nodesOf(of).map(([node, key, step]) =>
    of.services.has(key) ? { ...told(of, node, key, step), ...asService(of, key, step) } : asStep(of, node, key, step),
  )
}

function told({ definition }: Package, node: string, key: StepKey, { title, proposed, today }: Served): Node {
  return {
    '@id': node,
    'dct:identifier': `${definition.id}/${key}`,
    'dct:title': texts(title),
    'dct:description': texts(proposed.what),
    'polku:today': texts(today.what),
    'polku:evidenceToday': texts(today.evidence),
  }
}

function asService(of: Package, key: StepKey, step: Served): Node {
  const { definition, id, authority, event } = of
  const wait = step.proposed.wait ?? step.today.wait
  const documents = step.uses ?? []
  return {
    '@type': 'cpsv:PublicService',
    'cv:isGroupedBy': ref(event),
    'cv:hasCompetentAuthority': authoritiesOf(definition, step).map((party) => ref(id('organisation', party.id))),
    'cv:hasParticipation': some(participants(of, step).map((party) => ref(id('participation', `${key}/${party.id}`)))),
    'dct:requires': some([...servicesBefore(of, key)].map((service) => ref(id('service', service)))),
    'cv:hasChannel': channelsOf(of, key, step).map((channel) => ref(id('channel', channel))),
    'cv:hasCost': some(costsOf(step).map((cost) => ref(id('cost', `${key}/${cost.name}`)))),
    'cv:processingTime': wait && duration(wait.to),
    'cv:holdsRequirement': some(documents.map((document) => ref(id('requirement', document)))),
    'cv:hasInputType': some(documents.map((document) => ref(id('evidence-type', document)))),
    'cpsv:hasInput': some(documents.map((document) => ref(id('evidence', document)))),
    'cpsv:produces': some((step.produces ?? []).map((document) => ref(id('output', document)))),
    'cpsv:follows': step.deadline && ref(id('rule', key)),
    'adms:status': ref(id('concept', `status/${step.proposed.feasibility}`)),
    'dct:language': definition.languages.map((language) => ref(authority(`language/${LANGUAGE_CODES[language]}`))),
  }
}

/** Written with our own properties: CPSV-AP's would make a public service of it for whoever infers. */
function asStep(of: Package, node: string, key: StepKey, step: Served): Node {
  const { definition, id, event } = of
  return {
    ...told(of, node, key, step),
    '@type': 'polku:Step',
    'dct:isPartOf': ref(event),
    'polku:provider': some(partiesOf(definition, step).map((party) => ref(id('organisation', party.id)))),
    'polku:uses': some((step.uses ?? []).map((document) => ref(id('evidence', document)))),
    'polku:produces': some((step.produces ?? []).map((document) => ref(id('output', document)))),
    'polku:follows': step.deadline && ref(id('rule', key)),
    'polku:feasibility': step.proposed.feasibility,
  }
}

/** The public services that must come first, found through the steps between that are none. */
function servicesBefore({ services, others }: Package, key: StepKey): ReadonlySet<StepKey> {
  const found = new Set<StepKey>()
  const seen = new Set<StepKey>([key])
  const look = (at: StepKey): void => {
    for (const need of (services.get(at) ?? others.get(at))?.needs ?? []) {
      if (seen.has(need)) continue
      seen.add(need)
      if (services.has(need)) found.add(need)
      else look(need)
    }
  }
  look(key)
  return found
}

function participants({ definition }: Package, step: Served): readonly Party[] {
  return partiesOf(definition, step).filter(({ provider }) => provider.sector !== 'public')
}

/** How the private, church and third-sector providers of a public service take part in it. */
export function participationNodes(of: Package): readonly Node[] {
  const { id } = of
  return [...of.services].flatMap(([key, step]) =>
    participants(of, step).map((party) => ({
      '@id': id('participation', `${key}/${party.id}`),
      '@type': 'cv:Participation',
      'dct:identifier': `${key}/${party.id}`,
      'dct:description': texts(TAKES_PART),
      'cv:role': ref(id('concept', 'takes-part')),
      'cv:hasParticipant': ref(id('organisation', party.id)),
    })),
  )
}

/** One way that the package proposes, and whatever address its authorities give. */
function channelsOf({ definition }: Package, key: StepKey, step: Served): readonly string[] {
  const addresses = authoritiesOf(definition, step).flatMap(({ id, provider: { url, phone } }) => [
    ...(url === undefined ? [] : [`${id}/web`]),
    ...(phone === undefined ? [] : [`${id}/phone`]),
  ])
  return [key, ...addresses]
}

/** The channels of the public services; one that goes from register to register belongs to its authorities. */
export function channelNodes(of: Package): readonly Node[] {
  const { id, definition, services } = of
  const proposed = [...services].map(([key, step]) => {
    const how = step.kind === 'automatic' ? 'automatic' : 'package'
    const owners = authoritiesOf(definition, step).map((party) => ref(id('organisation', party.id)))
    return { ...channel(of, key, how), 'cv:ownedBy': how === 'automatic' ? owners : undefined }
  })
  const addresses = Object.entries(definition.providers).flatMap(([key, { sector, url, phone }]) => {
    const owner = { 'cv:ownedBy': ref(id('organisation', key)) }
    const web = url === undefined ? [] : [{ ...channel(of, `${key}/web`, 'web'), ...owner, 'polku:address': url }]
    const call =
      phone === undefined ? [] : [{ ...channel(of, `${key}/phone`, 'phone'), ...owner, 'polku:address': phone }]
    return sector === 'public' ? [...web, ...call] : []
  })
  return [...proposed, ...addresses]
}

function channel({ id }: Package, path: string, how: keyof typeof CHANNEL_WORDS): Node {
  return {
    '@id': id('channel', path),
    '@type': 'cv:Channel',
    'dct:identifier': path,
    'dct:description': texts(CHANNEL_WORDS[how]),
    'dct:type': ref(id('concept', `channel/${how}`)),
  }
}

type Cost = { readonly name: keyof typeof COST_WORDS; readonly amount: number }

/** A fee between two amounts is two costs: one has a single value. */
function costsOf({ proposed, today }: Served): readonly Cost[] {
  const fee = proposed.fee ?? today.fee
  if (!fee) return []
  if (fee.from === fee.to) return [{ name: 'exact', amount: fee.to }]
  return [
    { name: 'least', amount: fee.from },
    { name: 'most', amount: fee.to },
  ]
}

/** The fees of the public services, in euros: as proposed, or as today where nothing is proposed. */
export function costNodes({ id, authority, services }: Package): readonly Node[] {
  return [...services].flatMap(([key, step]) =>
    costsOf(step).map(({ name, amount }) => ({
      '@id': id('cost', `${key}/${name}`),
      '@type': 'cv:Cost',
      'dct:identifier': `${key}/${name}`,
      'dct:description': texts(COST_WORDS[name]),
      'cv:hasValue': euros(amount),
      'cv:currency': ref(authority('currency/EUR')),
    })),
  )
}
