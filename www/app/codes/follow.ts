// Keeps the codes of the test digits in step with the model, while a feature needs them.

import type { ModelScope } from '../model/scope';
import type { State } from '../store';
import { CODES } from './state';

export function followCodes({ codes, plane }: State, model: Pick<ModelScope, 'follow'>) {
  model.follow({
    whole: true,
    // The principal axes are the codes' own.
    inputs: () => (plane.principal.value || codes.wantedBy.value.size > 0 ? 'wanted' : undefined),
    key: (wanted) => wanted,
    ask: (it) => it.codes.first('t10k', CODES),
    show(answer) {
      codes.found.value = answer && {
        ...answer.value,
        version: answer.model.version,
        latentSize: answer.model.summary.config.latentSize,
      };
    },
    stays: true,
  });
}
