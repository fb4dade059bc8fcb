import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import { accountContract } from './account-contract.ts'
import { callContract } from './call-contract.ts'
import type { World } from './cast.ts'
import { confirmationContract } from './confirmation-contract.ts'
import { draftContract } from './draft-contract.ts'
import { erasingContract } from './erasing-contract.ts'
import { filterContract } from './filter-contract.ts'
import { moderationContract } from './moderation-contract.ts'
import { opinionMapContract } from './opinion-map-contract.ts'
import { reachContract } from './reach-contract.ts'
import { releaseContract } from './release-contract.ts'
import { reportContract } from './report-contract.ts'
import { responseContract } from './response-contract.ts'
import { reviewContract } from './review-contract.ts'
import { sayingContract } from './saying-contract.ts'
import { statementContract } from './statement-contract.ts'
import { suggestionContract } from './suggestion-contract.ts'
import { themeContract } from './theme-contract.ts'
import { trialContract } from './trial-contract.ts'
import { variantContract } from './variant-contract.ts'
import { versionContract } from './version-contract.ts'
import { voteContract } from './vote-contract.ts'
import { walkContract } from './walk-contract.ts'
import { weighingContract } from './weighing-contract.ts'

export type Opener = {
  prepare?(): Promise<void>
  open(): Promise<World & { cleanup(): Promise<void> }>
  finish?(): Promise<void>
}

/** What every storage engine must do. Each test has an empty storage of its own. */
export function storageContract(name: string, { prepare, open, finish }: Opener): void {
  describe(name, () => {
    let world: Awaited<ReturnType<Opener['open']>> | undefined
    beforeAll(async () => prepare?.())
    beforeEach(async () => {
      world = await open()
    })
    afterEach(async () => world?.cleanup())
    afterAll(async () => finish?.())

    const here = (): World => {
      if (!world) throw new Error('the storage is not open')
      return world
    }
    walkContract(here)
    variantContract(here)
    callContract(here)
    sayingContract(here)
    weighingContract(here)
    voteContract(here)
    opinionMapContract(here)
    statementContract(here)
    erasingContract(here)
    versionContract(here)
    accountContract(here)
    filterContract(here)
    reviewContract(here)
    moderationContract(here)
    trialContract(here)
    themeContract(here)
    reachContract(here)
    responseContract(here)
    releaseContract(here)
    reportContract(here)
    confirmationContract(here)
    suggestionContract(here)
    draftContract(here)
  })
}
