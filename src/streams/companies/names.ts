/** The companies that a config names, by Intercom's id or by the customer's. */
import { type JsonObject, SkippedError } from '@airbyte-ts/cdk-shim';
import type { Company } from '../../generated/companies.ts';
import type { Caller, Client } from '../../intercom/client.ts';
import { maskEmails } from '../../intercom/mask-emails.ts';
import { oncePerSync } from '../../scans/once-per-sync.ts';

/** The company with this id; undefined where there is none. */
export async function findCompany(client: Client, caller: Caller, id: string): Promise<Company | undefined> {
  const ask = (path: string, query = {}): Promise<JsonObject | undefined> =>
    client.ask(caller, { method: 'GET', path, query }).catch((error: unknown) => {
      if (error instanceof SkippedError) return undefined;
      throw error;
    });
  const known = /^[0-9a-f]{24}$/.test(id) ? await ask(`/companies/${id}`) : undefined;
  return (known ?? (await ask('/companies', { company_id: id }))) as Company | undefined;
}

/** The companies of `company_ids`, each once. A company that does not exist is logged and skipped. */
export const namedCompanies = oncePerSync(async (run): Promise<readonly Company[]> => {
  const { client, settings } = run.context;
  const companies = new Map<string, Company>();
  for (const name of settings.filters.companyIds) {
    const company = await findCompany(client, run, name);
    if (company) companies.set(company.id, company);
    else {
      const shown = maskEmails(name);
      run.log('WARN', `There is no company "${shown}", which the config field "company_ids" names: it is passed over.`);
    }
  }
  return [...companies.values()];
});
