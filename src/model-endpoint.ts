import { detect } from 'tinyld/light'
import { z } from 'zod'
import type { Config } from '#src/config.ts'
import type { Drafting } from '#src/review/draft-sentences.ts'

const PATIENCE_MS = 60_000
const Completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })

/** The OpenAI-compatible endpoint of the settings; undefined where none is set, which is the default. */
export function openDrafting({ model }: Pick<Config, 'model'>): Drafting | undefined {
  if (!model) return undefined
  const { url, name, key } = model
  return {
    ...{ model: name, host: new URL(url).host },
    languageOf: (text) => detect(text, { only: ['fi', 'sv', 'en'] }),
    ask: async ({ instruction, data }) => {
      const response = await fetch(`${url.replace(/\/$/, '')}/chat/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({
          ...{ model: name, temperature: 0, response_format: { type: 'json_object' } },
          messages: [
            { role: 'system', content: instruction },
            { role: 'user', content: JSON.stringify(data) },
          ],
        }),
        signal: AbortSignal.timeout(PATIENCE_MS),
        redirect: 'error',
      })
      if (!response.ok) throw new Error(`the endpoint answered ${response.status}`)
      const [first] = Completion.parse(await response.json()).choices
      return first?.message.content ?? ''
    },
  }
}
