/** Reviews of the quality of conversations: scorecards, and what monitors found. */
import { idOf } from './ids.ts';
import { chooser } from './random.ts';
import type { Version, World } from './world.ts';

/** The scorecards of a conversation: those of its beginning, and one for each later score. `scores`: epoch seconds. */
export function scorecards(world: World, { ordinal, createdAt }: Version, scores: readonly number[]) {
  const choose = chooser(world.seed, 'scorecard', ordinal);
  const first = choose.chance('scored', 0.05) ? [createdAt, ...(choose.chance('twice', 0.3) ? [null] : [])] : [];
  return [...first, ...scores].map((at, index) => scorecard(world, at, choose.integer(`admin ${index}`, 0, 20)));
}

/** `at`: epoch seconds; null where nobody has scored yet. */
function scorecard({ counts }: World, at: number | null, choice: number) {
  const isAi = counts.admins === 0 || choice % 3 === 0;
  const scored = at !== null;
  return {
    scorecard_id: '67100',
    scorecard_version_id: String(67_200 + (choice % 2)),
    name: 'Tone and accuracy',
    scorecard_type: isAi ? 'ai' : 'human',
    passed: scored ? choice % 4 !== 0 : null,
    score: scored ? choice / 20 : null,
    ai_score: scored && isAi ? choice / 20 : null,
    evaluated_at: at,
    reviewed_teammate: isAi
      ? { type: 'ai', admin_id: null }
      : { type: 'admin', admin_id: idOf('admin', choice % counts.admins) },
    evaluators: [
      { evaluator_id: '54100', result: scored ? evaluation(choice) : null },
      { evaluator_id: '54101', result: null },
    ],
  };
}

function evaluation(choice: number) {
  const passed = choice % 4 !== 0;
  return {
    value: passed ? 'pass' : 'fail',
    source: choice % 3 === 0 ? 'ai' : 'human',
    reasoning: passed ? null : 'The answer misses the second question.',
    reason_ids: passed ? null : ['101'],
    other_text: null,
  };
}

/** What monitors found in a conversation. */
export function monitorEvaluations(world: World, { ordinal, createdAt }: Version) {
  const choose = chooser(world.seed, 'monitor', ordinal);
  if (!choose.chance('flagged', 0.08)) return [];
  const isGone = choose.chance('monitor deleted', 0.2);
  return [
    {
      monitor_id: String(12_300 + choose.integer('monitor', 0, 3)),
      monitor_name: isGone ? null : 'Angry customers',
      monitor_type: isGone ? null : 'prompt',
      result: 'flagged',
      explanation: 'The contact threatens to leave.',
      evaluated_at: createdAt,
    },
  ];
}
