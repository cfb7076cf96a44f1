/** Help centers, and the redirects of each. */
import type { World } from './world.ts';

const centers = [
  { id: '70', identifier: 'sandbox', name: 'Sandbox help', locales: ['en', 'fr', 'pt-BR'], redirects: 8 },
  { id: '71', identifier: 'sandbox-partners', name: 'For partners', locales: ['en'], redirects: 0 },
] as const;

export type HelpCenter = ReturnType<typeof helpCenters>[number];

export function helpCenters({ start }: World) {
  return centers.map(({ id, identifier, name, locales }, index) => ({
    id,
    workspace_id: 'sandbox',
    created_at: start + index,
    updated_at: start + 86_400,
    identifier,
    website_turned_on: true,
    display_name: name,
    url: `https://${identifier}.example.com`,
    custom_domain: index === 0 ? 'help.example.com' : null,
    default: index === 0,
    locales,
  }));
}

/** The redirects of a help center, the one that was changed last first. */
export function redirects({ start }: World, helpCenterId: string) {
  const count = centers.find(({ id }) => id === helpCenterId)?.redirects ?? 0;
  return Array.from({ length: count }, (_, index) => ({
    id: String(2_600 + count - index),
    type: 'help_center_redirect',
    from_url: `https://old.example.com/page-${count - index}`,
    locale: 'en',
    help_center_id: helpCenterId,
    target_type: index % 3 === 0 ? 'collection' : 'article',
    target_id: String(9_100_200 + index * 7),
    created_at: start + (count - index) * 3_600,
    updated_at: start + (count - index) * 3_600,
  }));
}
