import type { Messages } from '../messages.ts'
import { account } from './account.ts'
import { brief } from './brief.ts'
import { changes } from './changes.ts'
import { erasing } from './erasing.ts'
import { errors } from './errors.ts'
import { help } from './help.ts'
import { info } from './info.ts'
import { picture } from './picture.ts'
import { provider } from './provider.ts'
import { reply } from './reply.ts'
import { response } from './response.ts'
import { review } from './review.ts'
import { site } from './site.ts'
import { studio } from './studio.ts'
import { trial } from './trial.ts'
import { trialPlan } from './trial-plan.ts'
import { walk } from './walk.ts'

export const en = {
  site,
  help,
  erasing,
  errors,
  walk,
  info,
  review,
  studio,
  account,
  provider,
  reply,
  response,
  trial,
  trialPlan,
  brief,
  changes,
  picture,
} satisfies Messages
