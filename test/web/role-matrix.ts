import type { Role } from '#src/account/roles.ts'

/**
 * Who may pass: everyone; only the walker whose walk it is; or these roles of the staff.
 * Of what, for the staff:
 * - `theirs`: a page that shows what is theirs and nothing of another journey;
 * - `journey`: whoever is bound to a journey passes in that one alone;
 * - `provider`: the same, and another provider of the journey does not pass;
 * - `installation`: tells of all journeys, so nobody bound to one passes.
 */
export type Row =
  | 'door'
  | 'anyone'
  | 'walker'
  | { readonly of: 'theirs' | 'journey' | 'provider' | 'installation'; readonly who: readonly Role[] }

const of = (what: 'theirs' | 'journey' | 'provider' | 'installation', ...who: Role[]): Row => ({ of: what, who })
const READERS: Role[] = ['designer', 'reviewer', 'facilitator', 'admin']

/** Every route of the service and who may pass it. A door stands before routes and serves nobody itself. */
export const MATRIX: Readonly<Record<string, Row>> = {
  'ALL /*': 'door',
  'ALL /:language/studio/journeys/:journey': 'door',
  'ALL /:language/journeys/:journey/assist': 'door',
  'ALL /:language/studio': 'door',
  'ALL /:language/audit': 'door',
  'ALL /:language/staff/*': 'door',
  'ALL /:language/studio/trials/*': 'door',
  'ALL /:language/provider/*': 'door',
  'ALL /:language/review/journeys/:journey/answers/*': 'door',
  'ALL /:language/review/*': 'door',
  'ALL /:language/studio/journeys/*': 'door',

  'GET /healthz': 'anyone',
  'GET /readyz': 'anyone',
  'GET /': 'anyone',
  'GET /:language': 'anyone',
  'GET /:language/about': 'anyone',
  'GET /:language/privacy': 'anyone',
  'GET /:language/accessibility': 'anyone',
  'GET /:language/help': 'anyone',
  'GET /:language/plain-words/*': 'anyone',
  'GET /:language/usual-words/*': 'anyone',
  'GET /:language/journeys/:journey': 'anyone',
  'GET /:language/journeys/:journey/picture': 'anyone',
  'GET /:language/journeys/:journey/picture/sharing': 'anyone',
  'GET /:language/journeys/:journey/brief': 'anyone',
  'GET /:language/journeys/:journey/results': 'anyone',
  'GET /:language/journeys/:journey/data': 'anyone',
  'GET /data/journeys/:journey/releases/:number/:name{.+}': 'anyone',
  'GET /data/journeys/:journey/:name{.+}': 'anyone',
  'GET /api/v1/openapi.json': 'anyone',
  'GET /api/v1/journey.schema.json': 'anyone',
  'GET /api/v1/journeys': 'anyone',
  'GET /api/v1/journeys/:journey': 'anyone',
  'GET /api/v1/journeys/:journey/versions/:number': 'anyone',
  'GET /api/v1/journeys/:journey/figures': 'anyone',
  'GET /:language/journeys/:journey/answers': 'anyone',
  'GET /:language/journeys/:journey/trial': 'anyone',
  'GET /:language/journeys/:journey/invite': 'anyone',
  'GET /:language/journeys/:journey/follow': 'anyone',
  'POST /:language/journeys/:journey/follow': 'anyone',
  'POST /:language/journeys/:journey/start': 'anyone',
  'GET /join/:code': 'anyone',
  'GET /:language/join/:code': 'anyone',
  'GET /:language/unsubscribe/:contact': 'anyone',
  'POST /:language/unsubscribe/:contact': 'anyone',
  'GET /:language/resume': 'anyone',
  'POST /:language/resume': 'anyone',
  'POST /:language/device': 'anyone',
  'GET /sign-in/:token': 'anyone',
  'POST /sign-in/:token': 'anyone',
  'GET /:language/sign-in/:token': 'anyone',
  'POST /:language/sign-in/:token': 'anyone',
  'POST /:language/sign-out': 'anyone',

  'GET /:language/walks/:walk': 'walker',
  'GET /:language/walks/:walk/steps/:track/:step': 'walker',
  'POST /:language/walks/:walk/steps/:track/:step': 'walker',
  'POST /:language/walks/:walk/steps/:track/:step/reply': 'walker',
  'POST /:language/walks/:walk/steps/:track/:step/person': 'walker',
  'GET /:language/walks/:walk/steps/:track/:step/outside': 'walker',
  'POST /:language/walks/:walk/time': 'walker',
  'GET /:language/walks/:walk/check': 'walker',
  'POST /:language/walks/:walk/check': 'walker',
  'GET /:language/walks/:walk/outcome': 'walker',
  'GET /:language/walks/:walk/pause': 'walker',
  'GET /:language/walks/:walk/mine': 'walker',
  'GET /:language/walks/:walk/withdraw': 'walker',
  'POST /:language/walks/:walk/withdraw': 'walker',
  'POST /:language/walks/:walk/export': 'walker',
  'GET /:language/walks/:walk/erase': 'walker',
  'POST /:language/walks/:walk/erase': 'walker',
  'POST /:language/walks/:walk/answers-this': 'walker',
  'GET /:language/walks/:walk/newer': 'walker',
  'POST /:language/walks/:walk/newer': 'walker',
  'POST /:language/walks/:walk/newer/undo': 'walker',
  'GET /:language/walks/:walk/background': 'walker',
  'POST /:language/walks/:walk/background': 'walker',

  'GET /:language/journeys/:journey/assist': of('journey', ...READERS),
  'POST /:language/journeys/:journey/assist': of('journey', ...READERS),

  'GET /:language/studio': of('theirs', 'designer', 'admin'),
  'GET /:language/studio/journeys/:journey': of('journey', 'designer', 'admin'),
  'GET /:language/studio/journeys/:journey/versions/:number/journey.yaml': of('journey', 'designer', 'admin'),
  'POST /:language/studio/journeys/:journey': of('journey', 'designer', 'admin'),
  'GET /:language/studio/trials': of('theirs', 'designer', 'admin'),
  'POST /:language/studio/trials': of('journey', 'designer', 'admin'),
  'GET /:language/studio/trials/:trial': of('journey', 'designer', 'admin'),
  'POST /:language/studio/trials/:trial': of('journey', 'designer', 'admin'),
  'POST /:language/studio/trials/:trial/stage': of('journey', 'designer', 'admin'),
  'POST /:language/studio/trials/:trial/channels': of('journey', 'designer', 'admin'),
  'POST /:language/studio/trials/:trial/contacts': of('journey', 'designer', 'admin'),
  'POST /:language/studio/trials/:trial/contacts/erase': of('journey', 'designer', 'admin'),

  'GET /:language/review': of('theirs', ...READERS),
  'GET /:language/review/queue': of('theirs', 'reviewer', 'facilitator', 'admin'),
  'GET /:language/review/journeys/:journey': of('journey', ...READERS),
  'GET /:language/review/journeys/:journey/burden': of('journey', ...READERS),
  'GET /:language/review/journeys/:journey/opinion': of('journey', ...READERS),
  'GET /:language/review/journeys/:journey/releases': of('journey', 'reviewer', 'admin'),
  'POST /:language/review/journeys/:journey/releases': of('journey', 'reviewer', 'admin'),
  'GET /:language/review/journeys/:journey/steps.csv': of('journey', ...READERS),
  'GET /:language/review/journeys/:journey/prompts.csv': of('journey', ...READERS),
  'GET /:language/review/journeys/:journey/steps/:track/:step': of('journey', ...READERS),
  'POST /:language/review/words/:id/approve': of('journey', 'reviewer', 'facilitator', 'admin'),
  'POST /:language/review/words/:id/hide': of('journey', 'reviewer', 'facilitator', 'admin'),
  'GET /:language/review/journeys/:journey/answers': of('journey', 'reviewer', 'admin'),
  'POST /:language/review/journeys/:journey/answers': of('journey', 'reviewer', 'admin'),
  'GET /:language/review/journeys/:journey/answers/:id': of('journey', 'reviewer', 'admin'),
  'POST /:language/review/journeys/:journey/answers/:id': of('journey', 'reviewer', 'admin'),
  'POST /:language/review/journeys/:journey/answers/:id/publish': of('journey', 'reviewer', 'admin'),
  'POST /:language/review/journeys/:journey/answers/:id/ask': of('journey', 'reviewer', 'admin'),

  // The administrator looks at every desk, and speaks in nobody's name.
  'GET /:language/provider': of('theirs', 'provider', 'admin'),
  'GET /:language/provider/journeys/:journey': of('journey', 'provider', 'admin'),
  'POST /:language/provider/journeys/:journey/steps/:track/:step/confirm': of('provider', 'provider'),
  'GET /:language/provider/journeys/:journey/answers/:id': of('provider', 'provider', 'admin'),
  'POST /:language/provider/journeys/:journey/answers/:id': of('provider', 'provider'),
  'POST /:language/provider/journeys/:journey/answers/:id/accept': of('provider', 'provider'),
  'POST /:language/provider/journeys/:journey/answers/:id/publish': of('provider', 'provider'),

  'GET /:language/provider/play': of('theirs', 'facilitator', 'provider', 'admin'),
  'POST /:language/provider/play/:journey/steps/:track/:step/:call': of('provider', 'facilitator', 'provider', 'admin'),

  'GET /:language/staff': of('theirs', 'designer', 'reviewer', 'admin'),
  'POST /:language/staff': of('journey', 'designer', 'reviewer', 'admin'),
  'POST /:language/staff/cancel': of('journey', 'designer', 'reviewer', 'admin'),
  'POST /:language/staff/end': of('journey', 'designer', 'reviewer', 'admin'),
  'GET /:language/audit': of('installation', 'reviewer', 'admin'),
}

/** Pages for everyone that show the staff more when they are asked for it. */
export const ASKED_FOR_MORE: Readonly<Record<string, Row>> = {
  'GET /:language/journeys/:journey/invite?channel=:channel': of('journey', 'designer', 'admin'),
}
