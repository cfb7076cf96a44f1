/** A contact in the readings of Intercom's documentation that the options choose. */
import type { SandboxOptions } from '../options.ts';
import type { Body } from './bodies.ts';

export function contactAsRead({ contactSubscriptions, customObjects }: SandboxOptions, contact: Body): Body {
  const body = customObjects === 'bare' ? { ...contact, custom_attributes: bare(contact.custom_attributes) } : contact;
  if (contactSubscriptions === 'shown') return body;
  const { opted_in_subscription_types: _in, opted_out_subscription_types: _out, ...others } = body;
  return others;
}

/** The attributes with each list of custom objects by itself. */
function bare(attributes: unknown): Body {
  return Object.fromEntries(
    Object.entries(attributes as Body).map(([name, value]) => [name, (value as Body | null)?.instances ?? value]),
  );
}
