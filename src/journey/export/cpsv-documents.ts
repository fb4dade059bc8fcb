import { nodesOf, type Package } from './cpsv-package.ts'
import { type Node, ref, texts } from './linked-data.ts'

/** Documents that steps use are evidence with its type and requirement, those that steps produce are outputs. */
export function documentNodes(of: Package): readonly Node[] {
  const steps = nodesOf(of).map(([, , step]) => step)
  const used = new Set(steps.flatMap(({ uses = [] }) => uses))
  const produced = new Set(steps.flatMap(({ produces = [] }) => produces))
  return [...[...used].flatMap((document) => evidence(of, document)), ...[...produced].map((one) => output(of, one))]
}

function evidence(of: Package, document: string): readonly Node[] {
  const { id } = of
  const kind = {
    '@id': id('concept', `evidence/${document}`),
    '@type': 'skos:Concept',
    'skos:prefLabel': nameOf(of, document),
  }
  const named = { 'dct:identifier': document, 'dct:title': nameOf(of, document) }
  return [
    {
      '@id': id('requirement', document),
      '@type': 'cv:Requirement',
      ...named,
      'cv:hasSupportingEvidence': ref(id('evidence', document)),
    },
    {
      '@id': id('evidence', document),
      '@type': 'cv:Evidence',
      ...named,
      'dct:conformsTo': ref(id('evidence-type', document)),
      'cv:supportsRequirement': ref(id('requirement', document)),
    },
    {
      '@id': id('evidence-type', document),
      '@type': 'cv:EvidenceType',
      'dct:identifier': document,
      'cv:evidenceTypeClassification': ref(id('concept', `evidence/${document}`)),
    },
    kind,
  ]
}

function output(of: Package, document: string): Node {
  return {
    '@id': of.id('output', document),
    '@type': 'cv:Output',
    'dct:identifier': document,
    'dct:title': nameOf(of, document),
  }
}

function nameOf({ definition: { documents = {} } }: Package, document: string): readonly Node[] | undefined {
  return texts(Object.hasOwn(documents, document) ? documents[document]?.name : undefined)
}
