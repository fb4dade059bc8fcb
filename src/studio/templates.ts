import { stringify } from 'yaml'
import type { NewJourney } from './create-draft.ts'

export const TEMPLATES = ['one-provider', 'hand-over'] as const
export type Template = (typeof TEMPLATES)[number]

/** A small whole journey to write over: it passes the check, and claims nothing of any real service. */
export function templateText(template: Template, journey: NewJourney): string {
  const { id, title, languages } = journey
  const parts = { 'one-provider': oneProvider, 'hand-over': handOver }[template]()
  const whole = { format: 1, id, languages, title, starts_on: 'happened_on', ...parts }
  return stringify(inLanguages(whole, languages), { lineWidth: 0, aliasDuplicateObjects: false })
}

const LANGUAGES: ReadonlySet<string> = new Set(['fi', 'sv', 'en'])

/** Words in the journey's languages alone. */
function inLanguages(value: unknown, languages: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => inLanguages(item, languages))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const isWords = entries.every(([key]) => LANGUAGES.has(key))
  const kept = isWords ? entries.filter(([key]) => languages.includes(key)) : entries
  return Object.fromEntries(kept.map(([key, item]) => [key, inLanguages(item, languages)]))
}

const w = (fi: string, sv: string, en: string) => ({ fi, sv, en })

const happened = { type: 'date', ask: w('Milloin se tapahtui?', 'När hände det?', 'When did it happen?') }
const situation = (asks: readonly string[]) => ({
  title: w('Tilanne', 'Situationen', 'The situation'),
  steps: [
    {
      id: 'what-happened',
      kind: 'question',
      asks,
      title: w('Mitä on tapahtunut?', 'Vad har hänt?', 'What has happened?'),
    },
  ],
})
const today = (automation = 'none') => ({
  what: w(
    'Kirjoita tähän, miten asia hoituu nyt.',
    'Skriv här hur saken sköts i dag.',
    'Write here how this is done today.',
  ),
  automation,
})
const proposed = (what: object, automation: string) => ({ what, automation, feasibility: 'idea' })

function oneProvider(): object {
  return {
    facts: { happened_on: happened },
    providers: { office: { sector: 'public', name: w('Palveluntuottaja', 'Tjänsteleverantören', 'The provider') } },
    tracks: {
      situation: situation(['happened_on']),
      service: {
        title: w('Palvelu', 'Tjänsten', 'The service'),
        steps: [
          {
            ...{
              id: 'apply',
              kind: 'task',
              provider: 'office',
              title: w('Hae palvelua', 'Ansök om tjänsten', 'Apply'),
            },
            today: today(),
            proposed: proposed(
              w('Haet yhdellä lomakkeella.', 'Du ansöker med en blankett.', 'You apply with one form.'),
              'partial',
            ),
          },
          {
            ...{ id: 'decision', kind: 'automatic', provider: 'office' },
            title: w('Saat päätöksen', 'Du får ett beslut', 'You get a decision'),
            today: today(),
            proposed: proposed(
              w('Päätös tulee sinulle itsestään.', 'Beslutet kommer av sig självt.', 'The decision comes by itself.'),
              'full',
            ),
            replies: [
              {
                ...{ id: 'decided', after: 'P7D', seen: 'imagined' },
                text: w('Päätös on tehty.', 'Beslutet är fattat.', 'The decision has been made.'),
              },
            ],
          },
        ],
      },
    },
  }
}

function handOver(): object {
  return {
    facts: { happened_on: happened },
    providers: {
      first: { sector: 'public', name: w('Ensimmäinen tuottaja', 'Den första leverantören', 'The first provider') },
      second: { sector: 'private', name: w('Toinen tuottaja', 'Den andra leverantören', 'The second provider') },
    },
    data: { details: { name: w('Tiedot asiasta', 'Uppgifterna i ärendet', 'The details'), about: 'walker' } },
    documents: { certificate: { name: w('Todistus', 'Intyget', 'The certificate'), holds: ['details'] } },
    tracks: {
      situation: situation(['happened_on']),
      'hand-over': {
        title: w('Tieto siirtyy', 'Uppgifterna överförs', 'The details move'),
        steps: [
          {
            ...{ id: 'consent', kind: 'consent', provider: 'first', consents: ['details-to-second'] },
            title: w('Saako tiedot lähettää?', 'Får uppgifterna sändas?', 'May the details be sent?'),
            today: today(),
            proposed: proposed(w('Annat luvan kerran.', 'Du ger lov en gång.', 'You agree once.'), 'partial'),
          },
          {
            ...{
              id: 'send',
              kind: 'automatic',
              provider: 'first',
              needs: ['hand-over/consent'],
              produces: ['certificate'],
            },
            title: w('Tiedot lähetetään puolestasi', 'Uppgifterna sänds åt dig', 'The details are sent for you'),
            today: today(),
            proposed: proposed(
              w(
                'Sinun ei tarvitse viedä paperia.',
                'Du behöver inte ta med ett papper.',
                'You need not carry a paper.',
              ),
              'full',
            ),
            shares: [
              {
                ...{ id: 'details-to-second', data: ['details'], from: 'first', to: 'second', basis: 'consent' },
                ask: w(
                  'Saako ensimmäinen tuottaja lähettää tiedot toiselle?',
                  'Får den första leverantören sända uppgifterna till den andra?',
                  'May the first provider send the details to the second?',
                ),
              },
            ],
            replies: [
              {
                ...{ id: 'sent', after: 'P3D', seen: 'imagined' },
                text: w('Tiedot on lähetetty.', 'Uppgifterna har sänts.', 'The details have been sent.'),
              },
            ],
          },
        ],
      },
      use: {
        title: w('Tieto käytetään', 'Uppgifterna används', 'The details are used'),
        steps: [
          {
            ...{ id: 'check', kind: 'task', provider: 'second', needs: ['hand-over/send'], uses: ['certificate'] },
            title: w('Tarkista esitäytetyt tiedot', 'Granska de ifyllda uppgifterna', 'Check the filled-in details'),
            today: today(),
            proposed: proposed(
              w(
                'Tiedot ovat valmiina. Tarkistat ne.',
                'Uppgifterna är färdiga. Du granskar dem.',
                'The details are ready. You check them.',
              ),
              'partial',
            ),
          },
        ],
      },
    },
  }
}
