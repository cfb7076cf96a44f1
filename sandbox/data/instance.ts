/** Instances of custom objects, as the attributes of the records that they are related to list them. */

interface Facts {
  /** Epoch seconds at which it was made. */
  readonly at: number;
  /** The id that the customer's own system gave it. */
  readonly externalId: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export function instance(type: string, id: number, { at, externalId, attributes }: Facts) {
  return {
    type,
    id: String(id),
    external_id: externalId,
    external_created_at: at,
    external_updated_at: null,
    created_at: at,
    updated_at: at,
    custom_attributes: attributes,
  };
}
