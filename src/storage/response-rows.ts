import type { Confirmation, Response } from '#src/review/response.ts'
import type { Tables } from './engine.ts'

type Row = Tables['responses']['$inferSelect']
type ConfirmationRow = Tables['confirmations']['$inferSelect']

export function toResponse(row: Row): Response {
  return {
    ...row,
    trial: row.trial ?? undefined,
    share: row.share ?? undefined,
    whose: row.whose ?? undefined,
    evidence: row.evidence ?? undefined,
    acceptedOn: row.acceptedOn ?? undefined,
    decidedOn: row.decidedOn ?? undefined,
    toVersion: row.toVersion ?? undefined,
    publishedOn: row.publishedOn ?? undefined,
  }
}

export function fromResponse(response: Response): Row {
  return {
    ...response,
    trial: response.trial ?? null,
    share: response.share ?? null,
    whose: response.whose ?? null,
    evidence: response.evidence ?? null,
    acceptedOn: response.acceptedOn ?? null,
    decidedOn: response.decidedOn ?? null,
    toVersion: response.toVersion ?? null,
    publishedOn: response.publishedOn ?? null,
  }
}

export function toConfirmation({ number: _, ...row }: ConfirmationRow): Confirmation {
  return {
    ...row,
    text: row.text ?? undefined,
    feasibility: row.feasibility ?? undefined,
    condition: row.condition ?? undefined,
  }
}

export function fromConfirmation(confirmation: Confirmation, number: number): ConfirmationRow {
  return {
    ...confirmation,
    number,
    text: confirmation.text ?? null,
    feasibility: confirmation.feasibility ?? null,
    condition: confirmation.condition ?? null,
  }
}
