import { account } from './account.ts'
import { brief } from './brief.ts'
import { changes } from './changes.ts'
import { draft } from './draft.ts'
import { draftFields } from './draft-fields.ts'
import { erasing } from './erasing.ts'
import { errors } from './errors.ts'
import { filters } from './filters.ts'
import { heat } from './heat.ts'
import { help } from './help.ts'
import { info } from './info.ts'
import { moderation } from './moderation.ts'
import { next } from './next.ts'
import { outside } from './outside.ts'
import { paper } from './paper.ts'
import { picture } from './picture.ts'
import { provider } from './provider.ts'
import { release } from './release.ts'
import { reply } from './reply.ts'
import { response } from './response.ts'
import { results } from './results.ts'
import { review } from './review.ts'
import { site } from './site.ts'
import { sourceEditor } from './source-editor.ts'
import { statements } from './statements.ts'
import { studio } from './studio.ts'
import { studioFiles } from './studio-files.ts'
import { studioForms } from './studio-forms.ts'
import { studioPanes } from './studio-panes.ts'
import { studioVersions } from './studio-versions.ts'
import { suggestedEdits } from './suggested-edits.ts'
import { themes } from './themes.ts'
import { translations } from './translations.ts'
import { trial } from './trial.ts'
import { trialPlan } from './trial-plan.ts'
import { trialReport } from './trial-report.ts'
import { variants } from './variants.ts'
import { walk } from './walk.ts'
import { weighing } from './weighing.ts'

export const fi = {
  site,
  statements,
  filters,
  heat,
  variants,
  help,
  erasing,
  errors,
  walk,
  info,
  results,
  review,
  studio,
  sourceEditor,
  studioPanes,
  studioForms,
  studioFiles,
  studioVersions,
  draft,
  draftFields,
  account,
  provider,
  reply,
  release,
  response,
  themes,
  translations,
  trial,
  trialPlan,
  trialReport,
  brief,
  changes,
  moderation,
  next,
  outside,
  paper,
  picture,
  weighing,
  suggestedEdits,
}
