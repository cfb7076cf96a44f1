/** The brands of a workspace, and the addresses that its e-mails come from. */
import { list } from '../../scans/list.ts';
import { readBrands, readEmails } from '../permissions.ts';
import { records, stream } from '../stream.ts';

export const brands = stream({
  name: 'brands',
  sources: [records(list('/brands', { at: 'data', cursorField: 'updated_at' }))],
  permission: readBrands,
  docs: 'brands/listbrands',
});

export const emailSettings = stream({
  name: 'email_settings',
  sources: [records(list('/emails', { at: 'data', cursorField: 'updated_at' }))],
  permission: readEmails,
  docs: 'emails/listemails',
});
