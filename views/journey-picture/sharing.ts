import type { Definition, Share } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import type { Drawing } from '#src/journey/picture/drawing.ts'
import type { GroupLayout } from '#src/journey/picture/groups.ts'
import type { Giver } from '#src/journey/picture/strands.ts'
import { type Html, html } from '../html.ts'
import type { Reader } from '../walk/frame.ts'
import { listed, namesIn } from '../walk/names.ts'
import { type BoxLook, drawn } from './drawing.ts'
import { pictureFrame } from './frame.ts'

export type SharingPicture = {
  readonly published: Published
  readonly as: string | undefined
  readonly givers: readonly Giver[]
  readonly drawing: Drawing<GroupLayout>
}

const LINES: { readonly [B in Share['basis']]: BoxLook['line'] } = {
  law: undefined,
  consent: 'dashed',
  contract: 'dashed',
  unverified: 'dotted',
}

/** Who gives what to whom and on what basis, as a drawing and as a table. */
export function sharingPicture(reader: Reader, { published, as, givers, drawing }: SharingPicture): Html {
  const text = reader.words.picture
  const count = givers.flatMap(({ gives }) => gives).length
  const isEmpty = count === 0
  return pictureFrame(reader, {
    published,
    view: 'sharing',
    as,
    title: text.sharingTitle,
    lead: text.sharingLead,
    shown: isEmpty ? text.noShares : text.shares(count),
    body: isEmpty ? html`` : sharingDrawn(reader, { definition: published.version.definition, givers, drawing }),
  })
}

/** The drawing of who gives what to whom, how it is read, and the same as a table. */
export function sharingDrawn(
  reader: Reader,
  { definition, givers, drawing }: Pick<SharingPicture, 'givers' | 'drawing'> & { readonly definition: Definition },
): Html {
  const text = reader.words.picture
  const handOvers = new Map(givers.flatMap(({ gives }) => gives.map((handOver) => [handOver.key, handOver])))
  const basisOf = (key: string) => handOvers.get(key)?.share.basis ?? 'unverified'
  return html`${drawn({
    drawing,
    name: text.sharingDrawing,
    look: (key) => ({ line: LINES[basisOf(key)] }),
    lines: ({ arrows }) => html`<path class="polku-flow" d="${arrows.join('')}"/>`,
  })}
<h2 class="govuk-heading-s">${text.legend}</h2>
<ul class="govuk-list govuk-list--bullet"><li>${text.legendGives}</li><li>${text.legendLaw}</li><li>${text.legendOther}</li><li>${text.legendUnverified}</li></ul>
<h2 class="govuk-heading-m">${text.table}</h2>
${sharingTable(reader, definition, givers)}`
}

/** One body of rows for each giver, whose name heads it. Names and details are short enough to stand in three columns on a phone. */
function sharingTable(reader: Reader, definition: Definition, givers: readonly Giver[]): Html {
  const { picture, walk } = reader.words
  const names = namesIn(reader, definition)
  const head = [walk.step.to, picture.data, walk.step.basis, picture.step]
  return html`<div class="polku-scroll" role="region" aria-label="${picture.sharingTitle}" tabindex="0"><table class="polku-hand-overs" data-twin="sharing"><caption class="govuk-visually-hidden">${picture.sharingTitle}</caption>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
${givers.map(
  ({
    party,
    gives,
  }) => html`<tbody><tr><th scope="rowgroup" colspan="4">${walk.step.from}: ${names.party(party)}</th></tr>
${gives.map(
  ({
    key,
    number,
    share,
  }) => html`<tr data-drawn="${key}"><td>${names.party(share.to)}</td><td>${listed(share.data.map(names.data))}</td><td>${walk.step.basisName[share.basis]}</td><td>${number}</td></tr>
`,
)}</tbody>`,
)}</table></div>`
}
