import type { Page } from '@playwright/test'

export type Focused = {
  readonly name: string
  /** its number among all elements of the document */
  readonly index: number
  /** on the page, in pixels */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly isPlaced: boolean
  /** of 25 */
  readonly seenPoints: number
  readonly marks: string
}
export type Reflow = { readonly scrollWidth: number; readonly width: number; readonly out: readonly string[] }
export type HelpPlace = {
  readonly href: string
  readonly text: string
  readonly way: string
  readonly order: boolean[]
}

/** The measures of `measures.js`, as a test asks for them. */
export function measuredOn(page: Page) {
  return {
    reflow: () => page.evaluate<Reflow>('measures.reflow()'),
    spread: () => page.evaluate<void>('measures.spread()'),
    cut: () => page.evaluate<string[]>('measures.cut()'),
    targets: () => page.evaluate<string[]>('measures.targets()'),
    smallTargets: () => page.evaluate<string[]>('measures.smallTargets()'),
    focused: () => page.evaluate<Focused | undefined>('measures.focused()'),
    marksWithout: (index: number) => page.evaluate<string>(`measures.marksWithout(${index})`),
    fallen: () => page.evaluate<string[]>('measures.fallen()'),
    borderless: () => page.evaluate<string[]>('measures.borderless()'),
    helpPlace: () => page.evaluate<HelpPlace>('measures.helpPlace()'),
  }
}
