/** A deleted conversation: the API still gives its id and the time of its deletion. */

export interface DeletedConversation {
  readonly id: string;
  /** Epoch seconds. */
  readonly deletedAt: number;
}

export function deletedBody({ id, deletedAt }: DeletedConversation) {
  return { type: 'conversation', id, metrics_retained: deletedAt % 2 === 0, deleted_at: deletedAt };
}
