/** Instances of custom objects, as the attributes of the records that they are related to list them. */

interface Facts {
  /** Epoch seconds at which it was made. */
  readonly at: number;
  /** Epoch seconds of its last change in the customer's own system, where there was one. */
  readonly changedAt?: number;
  /** The id that the customer's own system gave it. */
  readonly externalId: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export function instance(type: string, id: number, { at, changedAt, externalId, attributes }: Facts) {
  return {
    type,
    id: String(id),
    external_id: externalId,
    external_created_at: at,
    external_updated_at: changedAt ?? null,
    created_at: at,
    updated_at: at,
    custom_attributes: attributes,
  };
}
