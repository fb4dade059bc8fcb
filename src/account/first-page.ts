import type { Role } from './roles.ts'

const FIRST: { readonly [R in Role]: string } = {
  designer: 'studio',
  reviewer: 'review',
  facilitator: 'review',
  provider: 'provider',
  admin: 'review',
}

/** Where a role's work begins, under the language: `/fi/review`. */
export function firstPage(role: Role): string {
  return FIRST[role]
}
