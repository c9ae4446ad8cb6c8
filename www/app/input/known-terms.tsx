// How well the model knows the input, in nats, folded: of data that has no picture to be compared.

import type { ComponentChildren } from 'preact';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';
import type { ReadonlyState } from '../store';

interface Given {
  state: ReadonlyState;
  summary: string;
  children?: ComponentChildren;
}

export function KnownTerms({ state, summary, children }: Given) {
  const encoding = state.input.encoding.value;
  if (!encoding) return null;
  const named = text.value.terms;
  return (
    <details class="more">
      <summary>{summary}</summary>
      <dl class="terms">
        {(['reconstruction', 'kl', 'elbo'] as const).map((term) => (
          <div key={term} class={term}>
            <dt>{named[term]}</dt>
            <dd>{decimal(encoding.terms[term], 2)}</dd>
          </div>
        ))}
      </dl>
      {children}
    </details>
  );
}
