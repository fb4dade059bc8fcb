import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { plainLibrary } from '#src/journey/plain-finnish.ts'
import { accountRoutes } from '#src/web/account.ts'
import { apiRoutes } from '#src/web/api.ts'
import { briefRoutes } from '#src/web/brief.ts'
import { burdenRoutes } from '#src/web/burden.ts'
import type { Deps, Env } from '#src/web/context.ts'
import { dataRoutes } from '#src/web/data.ts'
import { showError, showNotFound } from '#src/web/errors.ts'
import { securityHeaders } from '#src/web/headers.ts'
import { healthRoutes } from '#src/web/health.ts'
import { heatRoutes } from '#src/web/heat.ts'
import { invitationRoutes } from '#src/web/invitations.ts'
import { frontDoor, languages } from '#src/web/language.ts'
import { knownMethods } from '#src/web/methods.ts'
import { moderationRoutes } from '#src/web/moderation.ts'
import { newerRoutes } from '#src/web/newer.ts'
import { nextRoutes } from '#src/web/next.ts'
import { outsideRoutes } from '#src/web/outside.ts'
import { type Print, printingWith } from '#src/web/pdf-printer.ts'
import { pictureRoutes } from '#src/web/picture.ts'
import { providerRoutes } from '#src/web/provider.ts'
import { readingRoutes, readsPlain } from '#src/web/reading.ts'
import { reasonRoutes } from '#src/web/reasons.ts'
import { releaseRoutes } from '#src/web/releases.ts'
import { replyRoutes } from '#src/web/replies.ts'
import { reportDeskRoutes } from '#src/web/report-desk.ts'
import { responseRoutes } from '#src/web/responses.ts'
import { resultsRoutes } from '#src/web/results.ts'
import { reviewRoutes } from '#src/web/review.ts'
import { wordsRoutes } from '#src/web/review-reading.ts'
import { sameOrigin } from '#src/web/same-origin.ts'
import { sessions } from '#src/web/session.ts'
import { sinceRoutes } from '#src/web/since.ts'
import { siteRoutes } from '#src/web/site.ts'
import { statementRoutes } from '#src/web/statements.ts'
import { largeDrafts, studioRoutes } from '#src/web/studio.ts'
import { draftReviewRoutes } from '#src/web/studio-draft-review.ts'
import { sharedDraftRoutes } from '#src/web/studio-draft-share.ts'
import { largeSources } from '#src/web/studio-draft-text.ts'
import { draftRoutes } from '#src/web/studio-drafts.ts'
import { suggestRoutes } from '#src/web/suggest.ts'
import { synthesisRoutes } from '#src/web/synthesis.ts'
import { themeRoutes } from '#src/web/themes.ts'
import { translationRoutes } from '#src/web/translations.ts'
import { trialRoutes } from '#src/web/trial.ts'
import { trialReportRoutes } from '#src/web/trial-report.ts'
import { trialStudioRoutes } from '#src/web/trial-studio.ts'
import { variantRoutes } from '#src/web/variants.ts'
import { walkRoutes } from '#src/web/walk.ts'
import { walkPaperRoutes } from '#src/web/walk-papers.ts'

/** The table of contents: what every request passes, then who is served where. `files` serves what pages need besides HTML. */
export function createApp(deps: Deps, files: Hono): Hono<Env> {
  const app = new Hono<Env>()

  app.use(securityHeaders(deps.config))
  app.route('/', healthRoutes(deps))
  app.route('/', files)

  const print = printingWith(deps.config.chrome, files)
  const plain = withPages(new Hono<Env>(), { ...deps, library: plainLibrary(deps.library) }, print)
  app.use(async (c, next) => (readsPlain(c, deps.config) ? plain.fetch(c.req.raw, c.env) : next()))
  return withPages(app, deps, print)
}

function withPages(app: Hono<Env>, deps: Deps, print: Print | undefined): Hono<Env> {
  app.use((c, next) => {
    c.set('requestId', randomUUID())
    return next()
  })
  app.use(knownMethods(app))
  app.use(languages)
  app.use(sessions(deps))
  app.use('/:language/studio/journeys/:journey', largeDrafts)
  app.use('/:language/studio/drafts/:draft/source', largeSources)
  app.use('/:language/studio/drafts/:draft/source/check', largeSources)
  app.use('/:language/studio/drafts/new/*', largeSources)
  app.use('/:language/studio/drafts/:draft/words', largeSources)
  app.use(sameOrigin(deps))

  app.route('/', frontDoor)
  app.route('/', readingRoutes(deps))
  app.route('/', siteRoutes(deps))
  app.route('/', briefRoutes(deps))
  app.route('/', trialReportRoutes(deps, print))
  app.route('/', pictureRoutes(deps))
  app.route('/', outsideRoutes(deps))
  app.route('/', walkRoutes(deps))
  app.route('/', walkPaperRoutes(deps))
  app.route('/', statementRoutes(deps))
  app.route('/', reasonRoutes(deps))
  app.route('/', suggestRoutes(deps))
  app.route('/', moderationRoutes(deps))
  app.route('/', replyRoutes(deps))
  app.route('/', sinceRoutes(deps))
  app.route('/', newerRoutes(deps))
  app.route('/', nextRoutes(deps))
  app.route('/', trialRoutes(deps))
  app.route('/', accountRoutes(deps))
  app.route('/', invitationRoutes(deps))
  app.route('/', trialStudioRoutes(deps))
  app.route('/', draftRoutes(deps))
  app.route('/', sharedDraftRoutes(deps))
  app.route('/', draftReviewRoutes(deps))
  app.route('/', providerRoutes(deps))
  app.route('/', responseRoutes(deps))
  app.route('/', releaseRoutes(deps))
  app.route('/', dataRoutes(deps))
  app.route('/', apiRoutes(deps))
  app.route('/', heatRoutes(deps))
  app.route('/', themeRoutes(deps))
  app.route('/', synthesisRoutes(deps))
  app.route('/', wordsRoutes(deps))
  app.route('/', reviewRoutes(deps))
  app.route('/', reportDeskRoutes(deps))
  app.route('/', variantRoutes(deps))
  app.route('/', resultsRoutes(deps))
  app.route('/', burdenRoutes(deps))
  app.route('/', translationRoutes(deps))
  app.route('/', studioRoutes(deps))

  app.notFound(showNotFound(deps))
  app.onError(showError(deps))
  return app
}
