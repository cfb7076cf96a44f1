/** Brands, and the addresses that e-mails come from. */
import { fixedList } from '../define/fixed-list.ts';
import { appBody } from '../workspace/world-facts.ts';

/** The default brand has the id of the workspace. */
export const brands = fixedList({
  stream: 'brands',
  list: { path: '/brands', scope: 'read_brands', since: '2.15' },
  items: (world) =>
    [String(appBody(world).id_code), '3'].map((id, index) => ({
      type: 'brand',
      id,
      name: index === 0 ? 'Default' : 'Second house',
      is_default: index === 0,
      created_at: world.start + index * 3600,
      updated_at: world.start + index * 7200,
      help_center_id: String(10 + index),
      default_address_settings_id: String(1 + index),
    })),
});

const boxes = ['support', 'hello', 'billing'];

export const emailSettings = fixedList({
  stream: 'email_settings',
  list: { path: '/emails', scope: 'read_emails', since: '2.15' },
  items: ({ start }) =>
    boxes.map((box, index) => ({
      type: 'email_setting',
      id: String(1 + index),
      email: `${box}@example.com`,
      verified: index !== 2,
      domain: 'example.com',
      brand_id: index === 1 ? '3' : 'sandbox',
      forwarding_enabled: index === 0,
      forwarded_email_last_received_at: index === 0 ? start + 86_400 : null,
      created_at: start + index,
      updated_at: start + index * 60,
    })),
});
