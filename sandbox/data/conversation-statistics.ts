/** Figures about a conversation, counted from its story. */
import type { Beat, Story } from './conversation-story.ts';
import { idOf, ordinalOf } from './ids.ts';
import { assigneeId } from './people.ts';
import { teamName } from './team.ts';
import type { World } from './world.ts';

/** Times in epoch seconds, durations in seconds; null for what never happened. */
export function statistics(world: World, story: Story) {
  const { choose, admins } = story;
  const { createdAt } = story.version;
  const first = (beat: Beat) => timeOf(story, indexOf(story, beat));
  const last = (beat: Beat) => timeOf(story, lastIndexOf(story, beat));
  const since = (at: number | null) => (at === null ? null : at - createdAt);
  const assignment = first('assignment');
  const reply = first('answer');
  const lastReply = last('answer');
  const close = first('close');
  const lastClose = last('close');
  const question = last('question');
  const handling = choose.integer('handling', 60, 3600);
  return {
    type: 'conversation_statistics',
    time_to_assignment: since(assignment),
    time_to_admin_reply: since(reply),
    time_to_first_close: since(close),
    time_to_last_close: since(lastClose),
    median_time_to_reply: reply === null ? null : choose.integer('median', 30, 3600),
    first_contact_reply_at: createdAt,
    first_assignment_at: assignment,
    first_admin_reply_at: reply,
    first_close_at: close,
    last_assignment_at: assignment,
    last_assignment_admin_reply_at: assignment === null ? null : reply,
    last_contact_reply_at: question ?? createdAt,
    last_admin_reply_at: lastReply,
    last_close_at: lastClose,
    last_closed_by_id: lastClose === null || admins[0] === undefined ? null : idOf('admin', admins[0]),
    count_reopens: howMany(story, 'open'),
    count_assignments: assignment === null ? 0 : 1,
    count_conversation_parts: story.count,
    assigned_team_first_response_time: responseTimes(world, story, since(reply), 1),
    assigned_team_first_response_time_in_office_hours: responseTimes(world, story, since(reply), 0.4),
    handling_time: handling,
    adjusted_handling_time: choose.chance('adjusted', 0.4) ? Math.floor(handling * 0.8) : null,
  };
}

function responseTimes(world: World, { choose }: Story, seconds: number | null, share: number) {
  const team = assigneeId(world, choose, 'team', 0);
  if (team === 0 || seconds === null) return [];
  return [
    {
      team_id: team,
      team_name: teamName(ordinalOf('team', String(team)) ?? 0),
      response_time: Math.floor(seconds * share),
    },
  ];
}

function timeOf(story: Story, index: number | undefined): number | null {
  return index === undefined ? null : story.at(index);
}

function indexOf({ count, beat }: Story, wanted: Beat): number | undefined {
  for (let index = 0; index < count; index += 1) if (beat(index) === wanted) return index;
  return undefined;
}

function lastIndexOf({ count, beat }: Story, wanted: Beat): number | undefined {
  for (let index = count - 1; index >= 0; index -= 1) if (beat(index) === wanted) return index;
  return undefined;
}

function howMany({ count, beat }: Story, wanted: Beat): number {
  let found = 0;
  for (let index = 0; index < count; index += 1) if (beat(index) === wanted) found += 1;
  return found;
}
