/** Questions to a warehouse that holds an Intercom workspace. */

export interface Question {
  readonly title: string;
  readonly sql: string;
}

export const questions: readonly Question[] = [
  {
    title: 'Which open conversations wait longest for an answer of ours?',
    sql: `SELECT c.id, c.waiting_since,
       coalesce(a.name, 'nobody') AS assigned_to, count(p.id) AS parts
FROM conversations AS c
JOIN conversation_parts AS p ON p.conversation_id = c.id
LEFT JOIN admins AS a ON a.id = CAST(c.admin_assignee_id AS TEXT)
WHERE c.state = 'open' AND c.waiting_since IS NOT NULL
GROUP BY c.id ORDER BY c.waiting_since LIMIT 5`,
  },
  {
    title: 'Which companies have the most conversations?',
    sql: `SELECT co.name AS company, count(DISTINCT cc.contact_id) AS people, count(DISTINCT cv.conversation_id) AS conversations
FROM companies AS co
JOIN contact_companies AS cc ON cc.company_id = co.id
JOIN conversation_contacts AS cv ON cv.contact_id = cc.contact_id
GROUP BY co.id ORDER BY conversations DESC, company LIMIT 5`,
  },
  {
    title: 'What are conversations about, and how many of them are still open?',
    sql: `SELECT t.name AS tag, count(*) AS conversations, sum(c.state = 'open') AS still_open
FROM conversation_tags AS ct
JOIN tags AS t ON t.id = ct.tag_id
JOIN conversations AS c ON c.id = ct.conversation_id
GROUP BY t.id ORDER BY conversations DESC, tag LIMIT 5`,
  },
];
