/** Figures about a conversation, counted from its story. */
import type { Beat, Story } from './conversation-story.ts';
import { idOf, ordinalOf } from './ids.ts';
import { assigneeId } from './people.ts';
import { teamName } from './team.ts';
import type { World } from './world.ts';

/**
 * Times in epoch seconds, durations in seconds. Events that never happened, such as a close, are left out: the schema of 2.16
 * allows no null there, and Intercom does not say what it sends instead (an assumption).
 */
export function statistics(world: World, story: Story) {
  const { choose } = story;
  const { createdAt } = story.version;
  const handling = choose.integer('handling', 60, 3600);
  return {
    type: 'conversation_statistics',
    first_contact_reply_at: createdAt,
    last_contact_reply_at: timeOf(story, lastIndexOf(story, 'question')) ?? createdAt,
    ...assignments(story),
    ...replies(story),
    ...closes(story),
    count_reopens: howMany(story, 'open'),
    count_assignments: howMany(story, 'assignment'),
    // The first message counts too.
    count_conversation_parts: story.count + 1,
    assigned_team_first_response_time: responseTimes(world, story, 1),
    assigned_team_first_response_time_in_office_hours: responseTimes(world, story, 0.4),
    handling_time: handling,
    adjusted_handling_time: choose.chance('adjusted', 0.4) ? Math.floor(handling * 0.8) : null,
  };
}

function assignments(story: Story) {
  const at = timeOf(story, indexOf(story, 'assignment'));
  if (at === undefined) return {};
  const reply = timeOf(story, indexOf(story, 'answer'));
  return {
    time_to_assignment: at - story.version.createdAt,
    first_assignment_at: at,
    last_assignment_at: at,
    ...(reply === undefined ? {} : { last_assignment_admin_reply_at: reply }),
  };
}

function replies(story: Story) {
  const at = timeOf(story, indexOf(story, 'answer'));
  if (at === undefined) return {};
  return {
    time_to_admin_reply: at - story.version.createdAt,
    median_time_to_reply: story.choose.integer('median', 30, 3600),
    first_admin_reply_at: at,
    last_admin_reply_at: timeOf(story, lastIndexOf(story, 'answer')) ?? at,
  };
}

function closes(story: Story) {
  const { version, admins } = story;
  const at = timeOf(story, indexOf(story, 'close'));
  if (at === undefined) return {};
  const last = timeOf(story, lastIndexOf(story, 'close')) ?? at;
  return {
    time_to_first_close: at - version.createdAt,
    time_to_last_close: last - version.createdAt,
    first_close_at: at,
    last_close_at: last,
    ...(admins[0] === undefined ? {} : { last_closed_by_id: idOf('admin', admins[0]) }),
  };
}

function responseTimes(world: World, story: Story, share: number) {
  const team = assigneeId(world, story.choose, 'team', 0);
  const at = timeOf(story, indexOf(story, 'answer'));
  if (team === 0 || at === undefined) return [];
  return [
    {
      team_id: team,
      team_name: teamName(ordinalOf('team', String(team)) ?? 0),
      response_time: Math.floor((at - story.version.createdAt) * share),
    },
  ];
}

function timeOf(story: Story, index: number | undefined): number | undefined {
  return index === undefined ? undefined : story.at(index);
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
