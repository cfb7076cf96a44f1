/** A contact in the readings of Intercom's documentation that the options choose. */
import type { SandboxOptions } from '../options.ts';
import type { Body } from './bodies.ts';
import { attributesAsRead } from './instances.ts';

export function contactAsRead(options: SandboxOptions, contact: Body): Body {
  const body = attributesAsRead(options, contact);
  if (options.contactSubscriptions === 'shown') return body;
  const { opted_in_subscription_types: _in, opted_out_subscription_types: _out, ...others } = body;
  return others;
}
