import { join } from 'node:path'
import { z } from 'zod'

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  POLKU_DATA: z.string().min(1).default('data'),
  POLKU_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  POLKU_LIMITS: z.enum(['on', 'off']).default('on'),
  POLKU_KEY_FILE: z.string().min(1).optional(),
  POLKU_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  POLKU_OUTSIDE: z.string().default(''),
  CHROME: z.string().min(1).optional(),
  POLKU_PROXY: z.string().default('127.0.0.1,::1'),
  POLKU_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  POLKU_MODEL: z.string().min(1).optional(),
  POLKU_MODEL_KEY: z.string().min(1).optional(),
})

export type Config = {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  /** off only where the setting says so and only this machine can call */
  readonly limits: boolean
  readonly keyFile: string
  /** the origin people use (`https://polku.example`), where a proxy stands before us */
  readonly publicUrl: string | undefined
  /** people come over https: decides the names of cookies, and HSTS */
  readonly isSecure: boolean
  /** origins of services whose conversations a step may lead to; none unless said */
  readonly outside: readonly string[]
  /** a Chromium that prints reports; without it the system's own */
  readonly chrome: string | undefined
  /** addresses whose X-Forwarded-For is believed; none without a public address */
  readonly proxies: readonly string[]
  /** a language model that may propose sentences of a synthesis; undefined unless its address and its name are both set */
  readonly model: { readonly url: string; readonly name: string; readonly key: string | undefined } | undefined
}

/** The environment, parsed once. Throws one sentence per setting that cannot be used. An empty setting is as good as none. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
  const settings = parsed.data
  const publicUrl = settings.POLKU_PUBLIC_URL && new URL(settings.POLKU_PUBLIC_URL).origin
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataFolder: settings.POLKU_DATA,
    databaseUrl: settings.POLKU_DATABASE_URL,
    limits: settings.POLKU_LIMITS === 'on' || !isLoopback(settings.HOST),
    keyFile: settings.POLKU_KEY_FILE ?? join(settings.POLKU_DATA, 'key'),
    publicUrl,
    outside: originsIn(settings.POLKU_OUTSIDE),
    chrome: settings.CHROME,
    isSecure: publicUrl?.startsWith('https:') ?? false,
    proxies: publicUrl ? settings.POLKU_PROXY.split(',').map((address) => address.trim()) : [],
    model: modelIn(settings),
  }
}

/** Nothing leaves the house by half a setting. */
function modelIn(settings: z.infer<typeof Environment>): Config['model'] {
  const { POLKU_MODEL_URL: url, POLKU_MODEL: name, POLKU_MODEL_KEY: key } = settings
  return url !== undefined && name !== undefined ? { url, name, key } : undefined
}

/** `https://one.example, https://other.example`; throws a sentence for what is no such address. */
function originsIn(text: string): readonly string[] {
  const addresses = text.split(',').flatMap((address) => address.trim() || [])
  return addresses.map((address) => {
    const url = URL.parse(address)
    if (url?.protocol !== 'https:') throw new Error(`POLKU_OUTSIDE: ${address} is no https address`)
    return url.origin
  })
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
