/** Phone calls, and what was said in them. */

import type { Call } from '../../generated/calls.ts';
import { withTimes } from '../../intercom/records.ts';
import { pages } from '../../scans/list.ts';
import { childOf } from '../child.ts';
import { readCalls } from '../permissions.ts';
import { sourceOf, stream } from '../stream.ts';
import { transcriptOf } from './transcripts.ts';

/** The order of the list is undocumented, so it is read to its end. */
const callScan = pages<Call>('/calls', { at: 'data', object: 'call', cursorField: 'updated_at', perPage: 25 });

/** Times are documented as epoch seconds or as text. */
const TIMES = ['initiated_at', 'answered_at', 'ended_at'];

export const calls = stream({
  name: 'calls',
  sources: [sourceOf(callScan, (call) => [{ ...withTimes(call, TIMES) }])],
  permission: readCalls,
  docs: 'calls/listcalls',
  fivetran: ['call'],
});

export const callTranscripts = stream({
  name: 'call_transcripts',
  sources: [
    childOf(callScan, {
      rows: transcriptOf,
      primaryKey: ['call_id', 'position'],
      asks: ['POST /calls/search', 'GET /calls/{id}/transcript'],
      cost: 'one for 20 changed calls on a page of 25, and one for each changed call without a conversation',
    }),
  ],
  permission: readCalls,
  docs: 'calls/listcallswithtranscripts',
  fivetran: ['call_transcript'],
});
