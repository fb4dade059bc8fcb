/** One publication of a journey's open data. */
export type Release = { readonly journey: string; readonly number: number; readonly by: string; readonly at: number }
/** `opinion/votes.csv`, `codebook.json`, …: the name stands in its address */
export type ReleaseFile = { readonly name: string; readonly text: string }

/** Releases are append-only: the storage refuses every change. Each method is one transaction. */
export interface ReleaseStore {
  /** False when somebody else has published the release of that number meanwhile: then nothing is stored. */
  add(release: Release, files: readonly ReleaseFile[]): Promise<boolean>
  /** newest first */
  list(journey: string): Promise<readonly Release[]>
  /** names of a release's files, in the order of the alphabet */
  files(journey: string, number: number): Promise<readonly string[]>
  file(journey: string, number: number, name: string): Promise<string | undefined>
}
