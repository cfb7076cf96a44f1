/** A deleted conversation, as far as it is still told of. */

export interface DeletedConversation {
  readonly id: string;
  /** Epoch seconds. */
  readonly deletedAt: number;
}

export function deletedBody({ id, deletedAt }: DeletedConversation) {
  return { type: 'conversation', id, metrics_retained: deletedAt % 2 === 0, deleted_at: deletedAt };
}
