// What a use learns of a model's data in a session of its own, kept until another model is asked.

import type { ExplorerModel } from '../explorer/model';
import type { Model } from './build';
import type { OfUses } from './questions';

/** Asks the session that is made of the model, one after the other: its calls must not overlap. */
export function keptSession<Session extends { free(): void }>(make: (of: OfUses) => Session) {
  let kept: { model: ExplorerModel<Model>; session: Session } | undefined;
  return <Answer>(of: OfUses, ask: (session: Session) => Promise<Answer> | Answer): Promise<Answer> =>
    of.session.turns.take(() => {
      if (kept?.model !== of.model) {
        kept?.session.free();
        kept = undefined;
        kept = { model: of.model, session: make(of) };
      }
      return ask(kept.session);
    });
}
