/** The pages of signing in through OAuth. */

/** Names the app, and has the buttons "Authorize" and "Deny"; `fields` come back with the form. */
export function consentPage(app: string, fields: Readonly<Record<string, string>>): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`,
  );
  return html(
    `<h1>${escaped(app)} wants to read the workspace Sandbox</h1>
<form method="post" action="/oauth">${hidden.join('')}
<button name="answer" value="authorize">Authorize</button>
<button name="answer" value="deny">Deny</button></form>`,
  );
}

export function refusalPage(reason: string): string {
  return html(`<h1>This app cannot be authorized</h1><p>${escaped(reason)}</p>`);
}

function html(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox</title><body>${body}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
