// Whether a plan can be carried out: the crate says it of each run, before anything is trained.

import type { ExplorerClient } from '../../engine/clients/explorer';
import type { Form, FormCheck, RunConfig } from '../../engine/protocol';
import type { Plan, Refusal } from './state';

/** One to compare with, and no more than are kept. */
export const FEWEST = 2;
export const MOST = 6;

export interface Checked {
  runs: readonly { text: string; config: RunConfig }[];
  refusals: readonly Refusal[];
}

export async function checked(
  { field, texts, epochs }: Plan,
  form: Form,
  explorer: Pick<ExplorerClient, 'ask'>,
): Promise<Checked> {
  if (texts.length < FEWEST || texts.length > MOST) return refused({ kind: 'number', came: texts.length });
  if (!(epochs > 0 && Number.isFinite(epochs))) return refused({ kind: 'epochs' });
  const checks = await Promise.all(
    texts.map((text) => explorer.ask((it) => it.settings.check({ ...form, [field]: text }, undefined))),
  );
  const known = new Set<string>();
  const refusals = checks.flatMap((check, index): Refusal[] => {
    const text = texts[index] ?? '';
    const wrong = wrongWith(check, field, text);
    // “1” and “1.0” are the same run.
    const same = JSON.stringify(check.run);
    if (wrong.length === 0 && known.has(same)) return [{ kind: 'twice', text }];
    known.add(same);
    return wrong;
  });
  return { runs: checks.map(({ run }, index) => ({ text: texts[index] ?? '', config: run })), refusals };
}

const refused = (refusal: Refusal): Checked => ({ runs: [], refusals: [refusal] });

function wrongWith({ errors, hidden, idle }: FormCheck, field: string, text: string): Refusal[] {
  if (errors.length > 0)
    return errors.map(({ field, expected, came }) => ({ kind: 'setting', text, field, expected, came }));
  if (field in idle || hidden.includes(field)) return [{ kind: 'idle', text, reason: idle[field] }];
  return [];
}
